using System.Text.Json;
using IsoE.Workflows.Activities;

namespace IsoE.Workflows.Definitions;

/// <summary>Reads activities and all they contain, by what their types declare.</summary>
internal sealed class ActivityReader(Reading reading)
{
    private static readonly string[] First = ["id", "nodeId", "name", "type", "version"];
    private static readonly string[] Last =
        ["customProperties", "metadata", "start", "variables", "activities", "connections"];

    private readonly InputReader inputs = new(reading);
    private readonly Dictionary<string, Place> seen = new(StringComparer.Ordinal);

    /// <summary>Reads an activity; null when it is refused as a whole.</summary>
    public Activity? Read(SourceNode node, string parentPath)
    {
        if (node.Kind != JsonValueKind.Object)
        {
            reading.Refuse(node.Place, "wrong-kind", "Một bước phải là một đối tượng JSON.", "An activity must be a JSON object.");
            return null;
        }

        ForeignActivity.Restore(node);
        var id = Identify(node);
        var type = TypeOf(node, id);
        if (type is null || id is null)
        {
            return null;
        }

        var nodeId = node.FindText("nodeId") is { Length: > 0 } given ? given : $"{parentPath}:{id}";
        node.Set("nodeId", SourceNode.Of(Values.Of(nodeId), node.Place));
        node.Find("name");
        var activity = Build(node, id, nodeId, type);
        return activity;
    }

    private Activity Build(SourceNode node, string id, string nodeId, ActivityType type)
    {
        var children = List(node, type, nodeId);
        var (variables, embedded, cases) = (VariablesOf(node, type), Embedded(node, type, nodeId), Cases(node, type, nodeId));
        var connections = type.Nesting == Nesting.Flowchart ? new ConnectionReader(reading).Read(node, children) : [];
        var (given, bindings) = (Inputs(node, type), Bindings(node, type));
        var mergeMode = MergeModeOf(node);
        node.Order(First, Last);
        return new Activity
        {
            Id = id,
            NodeId = nodeId,
            Name = node.FindText("name") ?? id,
            Type = type,
            DisplayText = (node.Find("metadata") is { Kind: JsonValueKind.Object } m ? m.FindText("displayText") : null) is { Length: > 0 } t ? t : null,
            CanStartWorkflow = Custom(node, "canStartWorkflow") is { Kind: JsonValueKind.True },
            MergeMode = mergeMode,
            Inputs = given,
            OutputBindings = bindings,
            Cases = cases,
            Activities = children,
            Connections = connections,
            Embedded = embedded,
            Variables = variables,
            Json = node.ToElement(),
            Place = node.Place,
        };
    }

    private string? Identify(SourceNode node)
    {
        var id = node.FindText("id");
        if (string.IsNullOrWhiteSpace(id))
        {
            reading.Refuse(node.Find("id")?.Place ?? node.Place, "activity-without-id", "Bước thiếu “id”.", "The activity lacks its “id”.");
            return null;
        }

        if (seen.TryGetValue(id, out var first))
        {
            reading.Refuse(node.Place, "duplicate-id",
                $"Mã bước “{id}” đã dùng ở dòng {first.Line}.", $"The activity id “{id}” is already used on line {first.Line}.");
            return null;
        }

        seen[id] = node.Place;
        if (seen.Count == Reading.MostActivities + 1)
        {
            reading.Refuse(node.Place, "too-many-activities",
                $"Quy trình có hơn {Reading.MostActivities} bước. Hãy tách thành các quy trình con.",
                $"The workflow has more than {Reading.MostActivities} activities. Split it into sub-procedures.");
        }

        return id;
    }

    private ActivityType? TypeOf(SourceNode node, string? id)
    {
        var name = node.FindText("type");
        if (string.IsNullOrEmpty(name))
        {
            reading.Refuse(node.Find("type")?.Place ?? node.Place, "activity-without-type",
                $"Bước “{id}” thiếu “type”.", $"The activity “{id}” lacks its “type”.");
            return null;
        }

        if (ActivityTypes.Find(name) is { IsExecutable: true } known)
        {
            return known;
        }

        if (reading.Options.ShowUnknownActivities)
        {
            return ForeignActivity.Substitute(node, name);
        }

        var near = Reading.Nearest(name);
        reading.Refuse(node.Find("type")!.Place, "unknown-activity-type",
            $"Bước “{id}” thuộc loại không rõ “{name}”." + (near is null ? "" : $" Có phải “{near}”?"),
            $"The activity “{id}” is of the unknown type “{name}”." + (near is null ? "" : $" Did you mean “{near}”?"));
        return null;
    }

    private List<Activity> List(SourceNode node, ActivityType type, string nodeId)
    {
        if (type.Nesting is not (Nesting.List or Nesting.Flowchart))
        {
            return [];
        }

        var items = new HeadReader(node, reading).Items(node, "activities");
        return [.. items.Select(item => Read(item, nodeId)).OfType<Activity>()];
    }

    private IReadOnlyList<VariableDefinition> VariablesOf(SourceNode node, ActivityType type) =>
        type.Nesting is Nesting.List or Nesting.Flowchart ? new HeadReader(node, reading).Variables(node) : [];

    private Dictionary<string, Activity> Embedded(SourceNode node, ActivityType type, string nodeId)
    {
        var embedded = new Dictionary<string, Activity>(StringComparer.Ordinal);
        foreach (var port in type.EmbeddedPorts)
        {
            if (node.Find(port) is { IsNothing: false } child && Read(child, nodeId) is { } activity)
            {
                embedded[port] = activity;
            }
        }

        return embedded;
    }

    private List<SwitchCase> Cases(SourceNode node, ActivityType type, string nodeId)
    {
        var cases = new List<SwitchCase>();
        foreach (var item in type.Cases == CaseStyle.None ? [] : new HeadReader(node, reading).Items(node, "cases"))
        {
            if (item.FindText("label") is not { Length: > 0 } label
                || item.Find("condition") is not { Kind: JsonValueKind.Object } condition)
            {
                reading.Refuse(item.Place, "case-incomplete",
                    "Trường hợp phải có “label” và “condition”.", "A case needs its “label” and its “condition”.");
                continue;
            }

            var child = type.Cases == CaseStyle.Activities && item.Find("activity") is { IsNothing: false } inner
                ? Read(inner, nodeId)
                : null;
            if (inputs.Expression(label, "Boolean", condition) is { } read)
            {
                cases.Add(new SwitchCase(label, read, child));
            }
        }

        return cases;
    }

    private Dictionary<string, ActivityInput> Inputs(SourceNode node, ActivityType type)
    {
        var given = new Dictionary<string, ActivityInput>(StringComparer.Ordinal);
        foreach (var descriptor in type.Inputs)
        {
            var read = node.Find(descriptor.Name) is not { } value ? null
                : descriptor.TypeName == "Variable" ? inputs.Variable(descriptor.Name, value)
                : inputs.Read(descriptor.Name, descriptor.TypeName, value);
            if (read is not null)
            {
                given[descriptor.Name] = read;
            }
        }

        return given;
    }

    private static Dictionary<string, string> Bindings(SourceNode node, ActivityType type)
    {
        var bindings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var output in type.Outputs)
        {
            if (node.Find(output.Name) is { Kind: JsonValueKind.Object } value
                && value.Find("memoryReference") is { Kind: JsonValueKind.Object } memory
                && memory.FindText("id") is { Length: > 0 } reference)
            {
                bindings[output.Name] = reference;
            }
        }

        return bindings;
    }

    private MergeMode MergeModeOf(SourceNode node)
    {
        if (Custom(node, "mergeMode")?.Text is not { Length: > 0 } written || written == "None")
        {
            return MergeMode.Stream;
        }

        if (Enum.TryParse<MergeMode>(written, ignoreCase: true, out var mode) && !char.IsAsciiDigit(written[0]))
        {
            return mode;
        }

        var known = string.Join(", ", Enum.GetNames<MergeMode>());
        reading.Refuse(Custom(node, "mergeMode")!.Place, "unknown-merge-mode",
            $"Không rõ cách gộp “{written}”. Có: None, {known}.", $"The merge mode “{written}” is not known. Use None, {known}.");
        return MergeMode.Stream;
    }

    private static SourceNode? Custom(SourceNode node, string name) =>
        node.Find("customProperties") is { Kind: JsonValueKind.Object } custom ? custom.Find(name) : null;
}
