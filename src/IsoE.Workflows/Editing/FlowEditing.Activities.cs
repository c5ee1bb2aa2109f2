using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Editing.Source;

namespace IsoE.Workflows.Editing;

/// <summary>How new activities and variables are written.</summary>
internal sealed partial class FlowEditing
{
    private const int Across = 240;
    private const int Down = 120;

    /// <summary>A readable id that nothing else in the definition has, made from a title.</summary>
    public string NewId(string title)
    {
        var id = ReadableId.Unique(ReadableId.Of(title), ids.Contains);
        ids.Add(id);
        return id;
    }

    /// <summary>Adds an activity behind another in the text, and beside it on the designer's canvas.</summary>
    public void Add(string id, string type, Text? title, string? beside, JsonObject? inputs = null)
    {
        var activity = new JsonObject
        {
            ["id"] = id,
            ["nodeId"] = $"{Definition.Root.NodeId}:{id}",
            ["name"] = ReadableId.Pascal(id),
            ["type"] = type,
            ["version"] = 1,
        };
        foreach (var (name, value) in inputs ?? [])
        {
            activity[name] = value?.DeepClone();
        }

        activity["customProperties"] = new JsonObject { ["canStartWorkflow"] = false, ["runAsynchronously"] = false };
        activity["metadata"] = Metadata(title, beside, type);
        var list = Activities;
        Source.Add(list, activity, beside is null ? null : list.Entries.IndexOf(Entry(beside)) + 1);
    }

    /// <summary>Puts an activity beside another on the designer's canvas.</summary>
    public void PutBeside(JsonPart activity, string beside)
    {
        var (x, y) = FreePlace(beside);
        var designer = Member(Member(activity, "metadata"), "designer");
        Source.Set(designer, "position", new JsonObject { ["x"] = x, ["y"] = y });
    }

    /// <summary>A literal input as Elsa writes it.</summary>
    public static JsonObject Literal(string typeName, JsonNode? value) => new()
    {
        ["typeName"] = typeName,
        ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value },
    };

    public static JsonObject JavaScript(string typeName, string source) => new()
    {
        ["typeName"] = typeName,
        ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = source },
    };

    /// <summary>Declares a variable for the answers of a step and gives the binding to it.</summary>
    public JsonObject BindResult(string id)
    {
        var names = Definition.AllVariables.SelectMany(v => new[] { v.Name, v.Id }).ToHashSet(StringComparer.Ordinal);
        var name = ReadableId.Unique(ReadableId.Pascal(id), names.Contains, "");
        var reference = ReadableId.Unique($"var-{id}", names.Contains);
        Source.Add(Variables, new JsonObject
        {
            ["id"] = reference,
            ["name"] = name,
            ["typeName"] = "Object",
            ["isArray"] = false,
            ["value"] = null,
            ["storageDriverTypeName"] = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core",
        });
        return new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = reference } };
    }

    /// <summary>Removes the variable an activity wrote to, unless another one writes to it as well.</summary>
    public void RemoveResult(Activity activity)
    {
        if (activity.OutputBindings.GetValueOrDefault("result") is not { } reference
            || Definition.FindVariable(reference) is not { } variable
            || Definition.Root.SelfAndDescendants().Any(other => other.Id != activity.Id && Writes(other, variable)))
        {
            return;
        }

        if (Declared(variable.Id) is { } declared)
        {
            JsonSource.Remove(Variables, declared);
        }
    }

    /// <summary>Declares a variable as another draft does, unless it is declared already.</summary>
    public void TakeVariable(FlowEditing other, string id)
    {
        if (other.Declared(id) is { } declared && Declared(id) is null)
        {
            Source.Add(Variables, declared.Value.ToNode());
        }
    }

    private JsonPart Variables => ListOf(Source.Root, "variables", "toolVersion", "version");

    private JsonEntry? Declared(string id) =>
        Variables.Entries.Find(entry => (entry.Value.FindText("id") ?? entry.Value.FindText("name")) == id);

    private bool Writes(Activity activity, VariableDefinition variable) =>
        activity.OutputBindings.Values.Any(reference => Definition.FindVariable(reference) == variable)
        || (activity.Inputs.TryGetValue("variable", out var set) && Definition.FindVariable(set.Reference) == variable);

    private JsonObject Metadata(Text? title, string? beside, string type)
    {
        var metadata = new JsonObject();
        if (title is not null)
        {
            metadata["displayText"] = title.Vi;
        }

        var (x, y) = FreePlace(beside);
        var isStep = type.StartsWith("IsoE.", StringComparison.Ordinal);
        metadata["designer"] = new JsonObject
        {
            ["position"] = new JsonObject { ["x"] = x, ["y"] = y },
            ["size"] = new JsonObject { ["width"] = isStep ? 190 : 120, ["height"] = isStep ? 60 : 50 },
        };
        return metadata;
    }

    /// <summary>A place to the right of an activity on which nothing stands yet.</summary>
    private (double X, double Y) FreePlace(string? beside)
    {
        var taken = Activities.Items.Select(PositionOf).OfType<(double X, double Y)>().ToList();
        var (x, y) = beside is not null && PositionOf(Part(beside)) is var (left, top) ? (left + Across, top) : (0, 0);
        while (taken.Exists(place => Math.Abs(place.X - x) < Across * 0.9 && Math.Abs(place.Y - y) < Down * 0.8))
        {
            y += Down;
        }

        return (x, y);
    }

    private static (double X, double Y)? PositionOf(JsonPart activity) =>
        activity.Find("metadata")?.Find("designer")?.Find("position") is { Kind: JsonValueKind.Object } position
        && Number(position.Find("x")) is { } x && Number(position.Find("y")) is { } y
            ? (x, y)
            : null;

    private static double? Number(JsonPart? part) =>
        double.TryParse(part?.Raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
