using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using static IsoE.Office.Procedures.Bpmn.BpmnProcess;

namespace IsoE.Office.Procedures.Bpmn;

/// <summary>The connections of the flowchart: from step to step, straight through what BPMN draws between them.</summary>
internal sealed class BpmnWays(BpmnProcess process, BpmnSteps steps, BpmnRemarks remarks)
{
    private readonly List<(int Order, JsonObject Connection)> found = [];

    /// <summary>In the order of the flows of the file. Steps are given the outcomes by which they are left.</summary>
    public IReadOnlyList<JsonObject> Connections()
    {
        foreach (var node in process.Nodes.Where(node => steps.Of(node) is not null)) Leave(node);
        return [.. found.OrderBy(way => way.Order).Select(way => way.Connection)];
    }

    private void Leave(XElement node)
    {
        var step = steps.Of(node)!;
        foreach (var flow in process.From(node)) Follow(step, flow, new Way(null, "", null, 0), []);
        foreach (var timer in process.Nodes.Where(each => BpmnDrawn.IsTimerAt(each, node)))
        {
            foreach (var flow in process.From(timer)) Follow(step, flow, new Way("Timeout", "Hết thời hạn", null, 0), []);
            if (BpmnSteps.TypeOf(step) == "IsoE.UserTask") step["onTimeout"] = FlowJson.Literal("String", "Timeout");
        }
        if (BpmnSteps.OutcomesOf(step) is { Count: 0 }) BpmnSteps.AddOutcome(step, "Done", "Xong");
    }

    private void Follow(JsonObject step, XElement flow, Way way, ImmutableHashSet<XElement> passed)
    {
        var own = Own(flow, "connection") is { } text ? BpmnImport.Parsed(text) : null;
        var index = ((IList<XElement>)process.Flows).IndexOf(flow);
        way = new Way(
            way.Port ?? BpmnPorts.Of(process, flow),
            way.Label.Length > 0 ? way.Label : Name(flow),
            own ?? way.Own,
            own is not null || way.Own is null ? index : way.Order);
        var target = process.TargetOf(flow);
        if (steps.Of(target) is { } next) Add(step, next, way);
        else if (!passed.Contains(target))
            foreach (var on in process.From(target)) Follow(step, on, way, passed.Add(target));
    }

    private void Add(JsonObject step, JsonObject next, Way way)
    {
        var port = way.Own?["source"]?["port"]?.GetValue<string>() ?? PortOf(step, way);
        var connection = way.Own?.DeepClone().AsObject() ?? FlowJson.Connection("", "", "");
        connection["source"] = End(connection["source"], BpmnSteps.IdOf(step), port);
        connection["target"] = End(connection["target"], BpmnSteps.IdOf(next), connection["target"]?["port"]?.GetValue<string>() is { Length: > 0 } into ? into : "In");
        if (found.Exists(each => Ends(each.Connection) == Ends(connection))) return;
        found.Add((way.Order, connection));
        if (way.Own is null) BpmnSteps.AddOutcome(step, port, way.Label.Length > 0 ? way.Label : "Xong");
    }

    private static (string?, string?, string?) Ends(JsonObject connection) => (
        connection["source"]?["activity"]?.ToString(), connection["source"]?["port"]?.ToString(), connection["target"]?["activity"]?.ToString());

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
        var labelled = (step["outcomeLabels"]?["expression"]?["value"] as JsonObject)?
            .FirstOrDefault(label => label.Value?["vi"]?.ToString() == way.Label && way.Label.Length > 0).Key;
        if (labelled is null && way.Port is not null && BpmnSteps.OutcomesOf(step) is { Count: > 0 } outcomes && outcomes.All(each => each?.ToString() != way.Port))
            remarks.Add(BpmnSteps.IdOf(step), BpmnSteps.IdOf(step), $"Bước có thêm kết quả “{way.Label}”.", $"The step has a further outcome “{way.Label}”.");
        return labelled ?? way.Port ?? "Done";
    }

    /// <summary>What is known of a line on its way to the next step.</summary>
    /// <param name="Own">The connection it was exported from.</param>
    private sealed record Way(string? Port, string Label, JsonObject? Own, int Order);
}
