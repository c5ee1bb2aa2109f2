using System.Text.Json.Nodes;
using System.Xml.Linq;
using IsoE.Workflows.Editing;
using static IsoE.Office.Procedures.Bpmn.BpmnProcess;

namespace IsoE.Office.Procedures.Bpmn;

/// <summary>The activities a process becomes, one for each node that is not only a meeting of lines.</summary>
internal sealed class BpmnSteps
{
    private readonly Dictionary<XElement, JsonObject> activities = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly BpmnProcess process;

    public BpmnSteps(BpmnProcess process, BpmnRemarks remarks)
    {
        this.process = process;
        var drawn = new BpmnDrawn(process, remarks);
        foreach (var node in process.Nodes.Where(IsOwn)) Keep(node);
        foreach (var node in process.Nodes.Where(node => !activities.ContainsKey(node) && Own(node, "drawn") is null))
        {
            if (drawn.Activity(node, NewId) is { } activity) activities[node] = activity;
        }
    }

    /// <summary>Id of the activity that begins the flow, or null.</summary>
    public string? Start => InOrder().FirstOrDefault(a => TypeOf(a) == "Elsa.Start") is { } start ? IdOf(start) : null;

    /// <summary>In the order of the file.</summary>
    public IEnumerable<JsonObject> InOrder() => process.Nodes.Where(activities.ContainsKey).Select(node => activities[node]);

    public JsonObject? Of(XElement node) => activities.GetValueOrDefault(node);

    public static string IdOf(JsonObject activity) => activity["id"]!.GetValue<string>();

    public static string TypeOf(JsonObject activity) => activity["type"]!.GetValue<string>();

    /// <summary>The literal list of outcomes of a step that has one.</summary>
    public static JsonArray? OutcomesOf(JsonObject activity) =>
        TypeOf(activity) is "IsoE.UserTask" or "IsoE.SubProcedure" ? BpmnJson.At(activity, "outcomes", "expression", "value") as JsonArray : null;

    /// <summary>Makes a step able to end with an outcome.</summary>
    public static void AddOutcome(JsonObject activity, string port, string label)
    {
        if (OutcomesOf(activity) is not { } outcomes || outcomes.Any(outcome => outcome?.ToString() == port)) return;
        outcomes.Add((JsonNode)port);
        if (BpmnJson.At(activity, "outcomeLabels", "expression", "value") is JsonObject labels)
            labels[port] = new JsonObject { ["vi"] = label, ["en"] = label };
    }

    private static bool IsOwn(XElement node) =>
        BpmnJson.Parsed(Own(node, "activity")) is { } activity && BpmnJson.Text(activity, "id") is not null && BpmnJson.Text(activity, "type") is not null;

    private void Keep(XElement node)
    {
        var activity = BpmnJson.Parsed(Own(node, "activity"))!;
        // A copy made in another tool carries the id of what it was copied from.
        if (!ids.Add(IdOf(activity))) activity["id"] = NewId(Name(node));
        Rename(activity, Name(node));
        activities[node] = activity;
    }

    private string NewId(string title)
    {
        var id = ReadableId.Unique(ReadableId.Of(title), ids.Contains);
        ids.Add(id);
        return id;
    }

    /// <summary>Takes over a name that was changed in another tool.</summary>
    private static void Rename(JsonObject activity, string name)
    {
        var shown = BpmnJson.Text(activity, "metadata", "displayText");
        var title = BpmnJson.Text(activity, "title", "expression", "value");
        var subject = BpmnJson.Text(activity, "subject", "expression", "value");
        if (name.Length == 0 || name == Squeezed(shown ?? title ?? subject ?? IdOf(activity))) return;
        if (title is not null && (shown is null || shown == title)) activity["title"]!["expression"]!["value"] = name;
        if (activity["metadata"] is JsonObject metadata) metadata["displayText"] = name;
    }
}
