using System.Text.Json.Nodes;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Editing.Ways;

/// <summary>
/// Lets a step ask the applicant for what is missing: the request is issued and told, the clock stands still until it
/// is supplied, then the step is done again. Who supplies nothing in time has the dossier stopped.
/// </summary>
/// <param name="Limit">How long the applicant has, for example <c>15wd</c>.</param>
/// <remarks>
/// The ISO text must know the records <c>supplement-request</c> and <c>stop-notice</c> and the task forms
/// <c>supplement</c> and <c>stopping</c>; the step's own form the fields items, reason and legalGround.
/// </remarks>
public sealed record AddSupplementLoop(string Step, string Limit) : FlowEdit
{
    public const string RequestRecord = "supplement-request";
    public const string StopRecord = "stop-notice";
    public const string SupplementForm = "supplement";
    public const string StopForm = "stopping";
    public const string Outcome = "NeedsSupplement";

    internal override void Apply(FlowEditing flow)
    {
        var step = flow.Get(Step);
        if (Outcomes.Of(step).Contains(Outcome))
        {
            throw new RejectedException("supplement-there", new Text(
                "Bước này đã có lối yêu cầu bổ sung.", "The step can ask for a supplement already."));
        }

        var limit = TimeLimit.Parse(Limit).ToString();
        new AddOutcome(Step, new Text("Yêu cầu bổ sung hồ sơ", "Ask for a supplement"), Outcome).Apply(flow);
        var request = IssueRequest(flow, step);
        var told = Tell(flow, "notify-supplement", request, new Text("Yêu cầu bổ sung, hoàn thiện hồ sơ", "Your dossier needs a supplement"), new Text(
            "cần bổ sung, hoàn thiện. Đề nghị Ông/Bà xem Phiếu yêu cầu bổ sung và nộp bổ sung trong thời hạn ghi trên phiếu.",
            "needs a supplement. Please see the supplement request and hand in what is missing in time."));
        var receive = Receive(flow, told, limit);
        flow.Connect(Step, Outcome, request);
        flow.Connect(request, "Done", told);
        flow.Connect(told, "Done", receive);
        flow.Connect(receive, "Supplied", Step);
        flow.Connect(receive, "NotSupplied", StopOf(flow) ?? Stop(flow, receive));
    }

    private static string IssueRequest(FlowEditing flow, Activity step)
    {
        var id = flow.NewId("issue-supplement-request");
        var inputs = new JsonObject { ["record"] = FlowEditing.Literal("String", RequestRecord) };
        if (flow.Definition.FindVariable(step.OutputBindings.GetValueOrDefault("result"))?.Name is { } answers)
        {
            var source = $"getVariable({Expressions.JavaScriptText.Quote(answers)})";
            inputs["data"] = FlowEditing.JavaScript("Object", $"({{ items: {source}.items, reason: {source}.reason, legalGround: {source}.legalGround }})");
        }

        flow.Add(id, "IsoE.IssueRecord", new Text("Lập phiếu yêu cầu bổ sung", "Issue the supplement request"), step.Id, inputs);
        return id;
    }

    private static string Tell(FlowEditing flow, string name, string beside, Text subject, Text message)
    {
        var id = flow.NewId(name);
        flow.Add(id, "IsoE.Notify", subject, beside, new JsonObject
        {
            ["to"] = FlowEditing.Literal("String", "applicant"),
            ["subject"] = FlowEditing.Literal("String", subject.Vi),
            ["subjectEn"] = FlowEditing.Literal("String", subject.En),
            ["message"] = FlowEditing.JavaScript("String", $"`Hồ sơ ${{getInput('dossier').code}} {message.Vi}`"),
            ["messageEn"] = FlowEditing.JavaScript("String", $"`Dossier ${{getInput('dossier').code}} {message.En}`"),
        });
        return id;
    }

    private static string Receive(FlowEditing flow, string beside, string limit)
    {
        var id = flow.NewId("receive-supplement");
        var title = new Text("Tiếp nhận hồ sơ bổ sung", "Receive the supplement");
        flow.Add(id, "IsoE.UserTask", title, beside, Task(flow, id, title, "reception_officer", limit, Clocks.Pauses, SupplementForm, null, "NotSupplied",
            ("Supplied", new Text("Đã bổ sung đủ", "Supplement received")),
            ("NotSupplied", new Text("Không bổ sung", "Not supplied"))));
        return id;
    }

    private static string Stop(FlowEditing flow, string beside)
    {
        var sign = flow.NewId("sign-stop");
        var title = new Text("Ký thông báo dừng giải quyết hồ sơ", "Sign the notice of stopping");
        flow.Add(sign, "IsoE.UserTask", title, beside, Task(flow, sign, title, "agency_leader", "1wd", Clocks.Outside, StopForm, StopRecord, Timeouts.Warn,
            ("Signed", new Text("Đã ký thông báo", "Notice signed"))));
        var issue = flow.NewId("issue-stop");
        flow.Add(issue, "IsoE.IssueRecord", new Text("Lập thông báo dừng giải quyết", "Issue the notice of stopping"), sign, new JsonObject
        {
            ["record"] = FlowEditing.Literal("String", StopRecord),
            ["milestone"] = FlowEditing.Literal("String", Milestones.Stopped),
        });
        var told = Tell(flow, "notify-stop", issue, new Text("Dừng giải quyết hồ sơ", "Your dossier has been stopped"), new Text(
            "đã dừng giải quyết vì không được bổ sung trong thời hạn. Ông/Bà có thể nộp lại hồ sơ mới.",
            "has been stopped because no supplement came in time. You may submit a new dossier."));
        var end = flow.NewId("stopped");
        flow.Add(end, "Elsa.Finish", new Text("Dừng giải quyết", "Stopped"), told);
        flow.Connect(sign, "Signed", issue);
        flow.Connect(issue, "Done", told);
        flow.Connect(told, "Done", end);
        return sign;
    }

    /// <summary>Where dossiers are stopped already: a second loop needs no second way of stopping.</summary>
    private static string? StopOf(FlowEditing flow) =>
        flow.Graph.Activities.Values.FirstOrDefault(activity => activity.LiteralText("waitsFor") == Pauses.Supplement) is { } other
            ? flow.From(other.Id, "NotSupplied").FirstOrDefault()?.Target
            : null;

    private static JsonObject Task(
        FlowEditing flow, string id, Text title, string role, string limit, string clock, string form, string? record, string onTimeout, params (string Id, Text Label)[] outcomes)
    {
        var inputs = new JsonObject
        {
            ["title"] = FlowEditing.Literal("String", title.Vi),
            ["titleEn"] = FlowEditing.Literal("String", title.En),
            ["role"] = FlowEditing.Literal("String", role),
            ["timeLimit"] = FlowEditing.Literal("String", limit),
            ["clock"] = FlowEditing.Literal("String", clock),
        };
        if (clock == Clocks.Pauses)
        {
            inputs["waitsFor"] = FlowEditing.Literal("String", Pauses.Supplement);
        }

        inputs["form"] = FlowEditing.Literal("String", form);
        inputs["outcomes"] = FlowEditing.Literal("String[]", new JsonArray([.. outcomes.Select(o => (JsonNode?)o.Id)]));
        inputs["outcomeLabels"] = FlowEditing.Literal("ObjectDictionary", new JsonObject(outcomes.Select(o =>
            KeyValuePair.Create(o.Id, (JsonNode?)new JsonObject { ["vi"] = o.Label.Vi, ["en"] = o.Label.En }))));
        if (record is not null)
        {
            inputs["record"] = FlowEditing.Literal("String", record);
        }

        inputs["onTimeout"] = FlowEditing.Literal("String", onTimeout);
        inputs["result"] = flow.BindResult(id);
        return inputs;
    }
}
