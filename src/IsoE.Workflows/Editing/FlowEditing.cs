using System.Text.Json;
using System.Text.Json.Nodes;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Editing.Source;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Editing;

/// <summary>One edit under way: the text as a tree that changes, and what the text meant before.</summary>
internal sealed partial class FlowEditing
{
    private readonly HashSet<string> ids;

    public FlowEditing(FlowDraft draft)
    {
        Draft = draft;
        Source = JsonSource.Read(draft.Json);
        Root = Source.Root.Find("root")!;
        ids = [.. draft.Definition.Activities.Keys];
    }

    public FlowDraft Draft { get; }

    public WorkflowDefinition Definition => Draft.Definition;

    public FlowGraph Graph => Draft.Graph;

    public JsonSource Source { get; }

    public JsonPart Root { get; }

    /// <summary>The activity as it was before the edit.</summary>
    /// <exception cref="RejectedException">It stands not, or not directly, in the flowchart.</exception>
    public Activity Get(string id) => Graph.Activities.GetValueOrDefault(id) ?? throw new RejectedException(
        "no-such-activity",
        new Text($"Quy trình không còn bước “{id}”. Hãy tải lại bảng bước.", $"The flow has no step “{id}” any more. Load the table again."));

    /// <summary>The activity's place in the text; also of one added by this edit.</summary>
    public JsonPart Part(string id) => Entry(id).Value;

    public JsonEntry Entry(string id) => Activities.Entries.Find(entry => entry.Value.FindText("id") == id) ?? throw new RejectedException(
        "no-such-activity",
        new Text($"Quy trình không còn bước “{id}”. Hãy tải lại bảng bước.", $"The flow has no step “{id}” any more. Load the table again."));

    public JsonPart Activities => ListOf(Root, "activities", "variables", "start", "metadata");

    /// <summary>The lines of the flowchart as they stand now.</summary>
    public IReadOnlyList<Link> Links => [.. Connections.Entries.Select(entry => new Link(entry))];

    public IEnumerable<Link> From(string id) => Links.Where(link => link.Source == id);

    public IEnumerable<Link> From(string id, string port) => Links.Where(link => link.Source == id && link.Port == port);

    public IEnumerable<Link> To(string id) => Links.Where(link => link.Target == id);

    /// <summary>Draws a line, beside the last one that leaves the same activity. A line that is there already stays alone.</summary>
    public void Connect(string source, string port, string target)
    {
        var links = Links;
        if (links.Any(link => link.Connection == new Connection(source, port, target)))
        {
            return;
        }

        var last = links.LastOrDefault(link => link.Source == source);
        var connection = new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
            ["vertices"] = new JsonArray(),
        };
        Source.Add(Connections, connection, last is null ? null : Connections.Entries.IndexOf(last.Entry) + 1);
    }

    /// <summary>Lets a line end elsewhere. The bends a designer gave it belonged to the old way and go.</summary>
    public void Retarget(Link link, string target)
    {
        if (link.Target == target)
        {
            return;
        }

        if (Links.Any(other => other.Connection == new Connection(link.Source, link.Port, target)))
        {
            Remove(link);
            return;
        }

        var end = link.Entry.Value.FindEntry("target")!;
        var name = end.Value.Kind == JsonValueKind.Object ? end.Value.FindEntry("activity")! : end;
        Source.Replace(name.Value, target, name.Indent);
        if (link.Entry.Value.FindEntry("vertices") is { Value.List.Entries.Count: > 0 } bends)
        {
            Source.Replace(bends.Value, new JsonArray(), bends.Indent);
        }
    }

    /// <summary>Adds a line as another draft has it.</summary>
    public void AddRaw(JsonNode? line) => Source.Add(Connections, line);

    public void Remove(Link link) => JsonSource.Remove(Connections, link.Entry);

    /// <summary>The list of that name, made when the text has none.</summary>
    private JsonPart ListOf(JsonPart owner, string name, params ReadOnlySpan<string> after)
    {
        if (owner.Find(name) is not { Kind: JsonValueKind.Array or JsonValueKind.Object })
        {
            Source.Set(owner, name, new JsonArray(), after);
        }

        return owner.Find(name)!.List;
    }

    private JsonPart Connections => ListOf(Root, "connections", "activities");
}
