using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using IsoE.Office.Procedures.WordImport.Steps;
using static IsoE.Office.Procedures.Bpmn.BpmnProcess;
using static IsoE.Office.Procedures.Bpmn.BpmnTerms;

namespace IsoE.Office.Procedures.Bpmn;

/// <summary>Makes activities of what was drawn in another tool.</summary>
internal sealed class BpmnDrawn(BpmnProcess process, BpmnRemarks remarks)
{
    private readonly PerformerReader performers = new(new UnitWords([]));
    private readonly BpmnShapes shapes = new(process);

    /// <returns>Null for what is only a meeting or parting of lines.</returns>
    public JsonObject? Activity(XElement node, Func<string, string> newId)
    {
        if (TypeOf(node) is not { } type) return null;
        var name = Name(node).Length > 0 ? Name(node) : Nameless(type);
        var id = newId(name);
        var activity = FlowJson.Head(id, type);
        Fill(activity, id, node, name);
        var (x, y, width, height) = shapes.Of(node);
        FlowJson.Placed(activity, name, x, y, width, height);
        if (type == "Elsa.Start") activity["customProperties"]!["canStartWorkflow"] = true;
        if (type == "Elsa.FlowFork" && process.To(node).Count() > 1) activity["customProperties"]!["mergeMode"] = "Merge";
        Remark(id, node);
        return activity;
    }

    private string? TypeOf(XElement node) => Kind(node) switch
    {
        "startEvent" => "Elsa.Start",
        "endEvent" => "Elsa.Finish",
        "sendTask" => "IsoE.Notify",
        "callActivity" => "IsoE.SubProcedure",
        "receiveTask" or "intermediateCatchEvent" => "IsoE.Wait",
        "boundaryEvent" or "intermediateThrowEvent" or "implicitThrowEvent" or "eventBasedGateway" => Passed(node),
        "exclusiveGateway" or "inclusiveGateway" or "parallelGateway" or "complexGateway" => GatewayOf(node),
        _ => "IsoE.UserTask",
    };

    private static string Nameless(string type) => type switch
    {
        "Elsa.Start" => "Bắt đầu",
        "Elsa.Finish" => "Kết thúc",
        "Elsa.FlowFork" => "Tách nhánh",
        "Elsa.FlowJoin" => "Gộp nhánh",
        "Elsa.FlowSwitch" => "Chọn lối",
        _ => "Bước chưa đặt tên",
    };

    private string? GatewayOf(XElement node)
    {
        var (into, outOf, kind) = (process.To(node).Count(), process.From(node).Count(), Kind(node));
        if (outOf > 1) return kind == "parallelGateway" ? "Elsa.FlowFork" : kind == "exclusiveGateway" && FollowsStep(node) ? null : "Elsa.FlowSwitch";
        return into > 1 && kind != "exclusiveGateway" ? "Elsa.FlowJoin" : null;
    }

    /// <summary>Such a gateway asks what the step before has ended with.</summary>
    private bool FollowsStep(XElement gateway) =>
        process.To(gateway).ToList() is [var only] && process.SourceOf(only) is var step
        && EndsWithOutcomes(Kind(step)) && process.From(step).Count() == 1;

    private static bool EndsWithOutcomes(string kind) => kind.EndsWith("Task", StringComparison.Ordinal)
        ? kind is not ("sendTask" or "receiveTask")
        : kind is "task" or "callActivity" or "subProcess" or "adHocSubProcess" or "transaction";

    private string? Passed(XElement node)
    {
        if (Kind(node) != "boundaryEvent")
            remarks.Add(null, Id(node), $"Phần tử {Kind(node)} không được nhập; các đường nối đi thẳng qua.", $"The element {Kind(node)} is not imported; its lines go straight through.");
        else if (node.Element(Model + "timerEventDefinition") is null)
            remarks.Add(null, Id(node), "Chỉ sự kiện biên dạng hẹn giờ được nhập; sự kiện này và lối của nó bị bỏ.", "Of boundary events only timers are imported; this one and its way are left out.");
        return null;
    }

    private void Fill(JsonObject activity, string id, XElement node, string name)
    {
        switch (activity["type"]!.GetValue<string>())
        {
            case "IsoE.UserTask":
                FlowJson.Add(activity, "title", name);
                FlowJson.Add(activity, "role", RoleOf(node, name));
                AddLimit(activity, id, process.Nodes.FirstOrDefault(each => IsTimerAt(each, node)));
                Outcomes(activity);
                FlowJson.Add(activity, "instructions", node.Element(Model + "documentation")?.Value.Trim());
                break;
            case "IsoE.SubProcedure":
                FlowJson.Add(activity, "title", name);
                FlowJson.Add(activity, "procedure", (string?)node.Attribute("calledElement"));
                Outcomes(activity);
                break;
            case "IsoE.Notify":
                FlowJson.Add(activity, "to", "applicant");
                FlowJson.Add(activity, "subject", name);
                FlowJson.Add(activity, "message", node.Element(Model + "documentation")?.Value.Trim() is { Length: > 0 } text ? text : name);
                break;
            case "IsoE.Wait":
                FlowJson.Add(activity, "title", name);
                if (node.Element(Model + "timerEventDefinition") is null) FlowJson.Add(activity, "event", id);
                AddLimit(activity, id, node.Element(Model + "timerEventDefinition") is null ? process.Nodes.FirstOrDefault(each => IsTimerAt(each, node)) : node);
                FlowJson.Add(activity, "clock", "outside");
                break;
            case "Elsa.FlowSwitch":
                activity["cases"] = Cases(id, node);
                FlowJson.Add(activity, "mode", Kind(node) == "inclusiveGateway" ? "MatchAny" : "MatchFirst");
                break;
            case "Elsa.FlowFork":
                activity["branches"] = FlowJson.Literal("String[]", new JsonArray([.. process.From(node).Select(flow => (JsonNode)BpmnPorts.Of(process, flow)!)]));
                break;
            case "Elsa.FlowJoin":
                FlowJson.Add(activity, "mode", Kind(node) switch { "parallelGateway" => "WaitAll", "inclusiveGateway" => "WaitAllActive", _ => "WaitAny" });
                break;
        }
    }

    /// <summary>A timer at the edge of a step.</summary>
    public static bool IsTimerAt(XElement each, XElement step) =>
        Kind(each) == "boundaryEvent" && (string?)each.Attribute("attachedToRef") == Id(step) && each.Element(Model + "timerEventDefinition") is not null;

    private static void Outcomes(JsonObject activity)
    {
        activity["outcomes"] = FlowJson.Literal("String[]", new JsonArray());
        activity["outcomeLabels"] = FlowJson.Literal("ObjectDictionary", new JsonObject());
    }

    /// <summary>BPMN has no conditions that would run here: every case stands until its author gives it one.</summary>
    private JsonArray Cases(string id, XElement node)
    {
        var cases = new JsonArray();
        foreach (var flow in process.From(node).Where(flow => BpmnPorts.Of(process, flow) is not (null or "Default")))
        {
            var condition = flow.Element(Model + "conditionExpression")?.Value.Trim() is { Length: > 0 } text ? text : Name(flow);
            cases.Add(new JsonObject
            {
                ["label"] = BpmnPorts.Of(process, flow),
                ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "false" },
            });
            remarks.Add(id, Id(flow), $"Điều kiện “{condition}” chưa được chuyển; hãy chọn điều kiện cho lối này.", $"The condition “{condition}” is not translated; choose a condition for this way.");
        }
        return cases;
    }

    private string? RoleOf(XElement node, string name)
    {
        var owner = node.Elements().Where(each => Kind(each) is "potentialOwner" or "humanPerformer" or "performer")
            .Select(each => each.Value.Trim()).FirstOrDefault(text => text.Length > 0) ?? process.LaneOf(node);
        var role = owner is null ? null
            : Organisation.Roles.All.ContainsKey(owner) ? owner
            : performers.Read([owner], name).Performer.Role;
        if (role is null)
            remarks.Add(null, Id(node), $"Chưa rõ vai trò của bước “{name}”; hãy chọn vai trò.", $"The role of the step “{name}” is not known; choose one.");
        return role;
    }

    private void AddLimit(JsonObject activity, string id, XElement? timer)
    {
        if (timer?.Element(Model + "timerEventDefinition") is not { } definition) return;
        var written = definition.Elements().Select(each => each.Value.Trim()).FirstOrDefault(text => text.Length > 0) ?? "";
        if (BpmnDuration.Of(written) is { } limit)
        {
            FlowJson.Add(activity, "timeLimit", limit.ToString());
            remarks.Add(id, Id(timer), $"Thời gian “{written}” thành “{limit}”; hãy đổi nếu tính theo ngày làm việc.", $"The time “{written}” became “{limit}”; change it if working days are meant.");
        }
        else
            remarks.Add(id, Id(timer), string.Create(CultureInfo.InvariantCulture, $"Không hiểu thời gian “{written}”; hãy nhập thời hạn."), $"The time “{written}” is not understood; enter the time limit.");
    }

    private void Remark(string id, XElement node)
    {
        if (Kind(node) is "serviceTask" or "scriptTask" or "businessRuleTask")
            remarks.Add(id, Id(node), "Bước tự động thành bước do người làm; hãy chọn vai trò.", "An automatic step became one that a person does; choose a role.");
        if (Kind(node) is "subProcess" or "adHocSubProcess" or "transaction")
            remarks.Add(id, Id(node), "Các bước bên trong quy trình con không được nhập; bước này đứng thay.", "The steps inside the sub-process are not imported; this step stands for them.");
        if (Kind(node) is "complexGateway" or "inclusiveGateway")
            remarks.Add(id, Id(node), $"Cổng {Kind(node)} được nhập gần đúng; hãy kiểm tra cách tách, gộp nhánh.", $"A {Kind(node)} is imported as nearly as possible; check how its branches part and meet.");
        if (node.Elements().Any(each => Kind(each).EndsWith("LoopCharacteristics", StringComparison.Ordinal)))
            remarks.Add(id, Id(node), "Dấu lặp của bước không được nhập.", "The step's loop marker is not imported.");
        if (Kind(node) is "startEvent" or "endEvent" && node.Elements().Any(each => Kind(each).EndsWith("EventDefinition", StringComparison.Ordinal)))
            remarks.Add(id, Id(node), "Loại sự kiện không được nhập; bắt đầu và kết thúc là thường.", "The kind of event is not imported; it starts or ends plainly.");
    }
}
