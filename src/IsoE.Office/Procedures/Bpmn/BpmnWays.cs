using System.Text.Json.Nodes;
using System.Xml.Linq;
using static IsoE.Office.Procedures.Bpmn.BpmnProcess;

namespace IsoE.Office.Procedures.Bpmn;

/// <summary>The connections of the flowchart: from step to step, straight through what BPMN draws between them.</summary>
internal sealed class BpmnWays(BpmnProcess process, BpmnSteps steps, BpmnRemarks remarks)
{
    private readonly List<(int Order, JsonObject Connection)> found = [];
    private readonly HashSet<(string?, string?, string?)> ends = [];

    private readonly Dictionary<XElement, (int Index, JsonObject? Own)> flows = process.Flows
        .Select((flow, index) => (flow, index))
        .ToDictionary(each => each.flow, each => (each.index, BpmnJson.Parsed(Own(each.flow, "connection"))));

    /// <summary>In the order of the flows of the file. Steps are given the outcomes by which they are left.</summary>
    public IReadOnlyList<JsonObject> Connections()
    {
        foreach (var node in process.Nodes.Where(node => steps.Of(node) is not null)) Leave(node);
        return [.. found.OrderBy(way => way.Order).Select(way => way.Connection)];
    }

    private void Leave(XElement node)
    {
        var (step, passed) = (steps.Of(node)!, new HashSet<(XElement, JsonObject?, string?)>());
        foreach (var flow in process.From(node)) Follow(step, flow, new Way(null, "", null, 0), passed);
        foreach (var timer in process.Nodes.Where(each => BpmnDrawn.IsTimerAt(each, node)))
        {
            foreach (var flow in process.From(timer)) Follow(step, flow, new Way("Timeout", "Hết thời hạn", null, 0), passed);
            if (BpmnSteps.TypeOf(step) == "IsoE.UserTask") step["onTimeout"] = FlowJson.Literal("String", "Timeout");
        }
        if (BpmnSteps.OutcomesOf(step) is { Count: 0 }) BpmnSteps.AddOutcome(step, "Done", "Xong");
    }

    /// <param name="passed">
    /// Meetings of lines this step's ways have gone through, each with what tells the ways apart: a drawing may hold rings of
    /// gateways, and more paths through them than could be followed.
    /// </param>
    private void Follow(JsonObject step, XElement flow, Way way, HashSet<(XElement, JsonObject?, string?)> passed)
    {
        var (index, own) = flows[flow];
        way = new Way(
            way.Port ?? BpmnPorts.Of(process, flow),
            way.Label.Length > 0 ? way.Label : Name(flow),
            own ?? way.Own,
            own is not null || way.Own is null ? index : way.Order);
        var target = process.TargetOf(flow);
        if (steps.Of(target) is { } next) Add(step, next, way);
        else if (passed.Add((target, way.Own, way.Own is null ? way.Port : null)))
            foreach (var on in process.From(target)) Follow(step, on, way, passed);
    }

    private void Add(JsonObject step, JsonObject next, Way way)
    {
        var port = BpmnJson.Text(way.Own, "source", "port") ?? PortOf(step, way);
        var connection = way.Own?.DeepClone().AsObject() ?? FlowJson.Connection("", "", "");
        connection["source"] = End(connection["source"], BpmnSteps.IdOf(step), port);
        connection["target"] = End(connection["target"], BpmnSteps.IdOf(next), BpmnJson.Text(connection, "target", "port") is { Length: > 0 } into ? into : "In");
        if (!ends.Add(Ends(connection))) return;
        found.Add((way.Order, connection));
        if (way.Own is null) BpmnSteps.AddOutcome(step, port, way.Label.Length > 0 ? way.Label : "Xong");
    }

    private static (string?, string?, string?) Ends(JsonObject connection) => (
        BpmnJson.Text(connection, "source", "activity"), BpmnJson.Text(connection, "source", "port"), BpmnJson.Text(connection, "target", "activity"));

    private static JsonObject End(JsonNode? before, string activity, string port)
    {
        var end = before as JsonObject ?? [];
        (end["activity"], end["port"]) = (activity, port);
        return end.DeepClone().AsObject();
    }

    /// <summary>The outcome a line drawn elsewhere leaves by: one the step has under that name, else a new one.</summary>
    private string PortOf(JsonObject step, Way way)
    {
        var type = BpmnSteps.TypeOf(step);
        if (type is "IsoE.Wait" or "Elsa.Event") return way.Port == "Timeout" ? "Timeout" : "Received";
        if (type is "Elsa.FlowSwitch" or "Elsa.FlowFork" or "Elsa.FlowDecision") return way.Port ?? "Done";
        if (BpmnSteps.OutcomesOf(step) is null) return "Done";
        var labelled = (BpmnJson.At(step, "outcomeLabels", "expression", "value") as JsonObject)?
            .FirstOrDefault(label => way.Label.Length > 0 && BpmnJson.Text(label.Value, "vi") == way.Label).Key;
        if (labelled is null && way.Port is not null && BpmnSteps.OutcomesOf(step) is { Count: > 0 } outcomes && outcomes.All(each => each?.ToString() != way.Port))
            remarks.Add(BpmnSteps.IdOf(step), BpmnSteps.IdOf(step), $"Bước có thêm kết quả “{way.Label}”.", $"The step has a further outcome “{way.Label}”.");
        return labelled ?? way.Port ?? "Done";
    }

    /// <summary>What is known of a line on its way to the next step.</summary>
    /// <param name="Own">The connection it was exported from.</param>
    private sealed record Way(string? Port, string Label, JsonObject? Own, int Order);
}
