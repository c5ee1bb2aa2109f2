using System.Text.Json;

namespace IsoE.Workflows.Definitions;

/// <summary>One version of a workflow, read from Elsa 3 definition JSON. Immutable.</summary>
/// <remarks>
/// The graph is what the engine runs; <see cref="Json"/> is the whole file, designer data and unknown fields
/// included, for writing it back. Only the head (id, name, version, ...) can be changed with <c>with</c>.
/// </remarks>
public sealed record WorkflowDefinition
{
    // Looked up at every expression; a `with` changes only the head, so the copy may share it.
    private IReadOnlyList<VariableDefinition>? allVariables;

    internal WorkflowDefinition(Activity root, JsonElement json)
    {
        Root = root;
        Json = json;
        Activities = root.SelfAndDescendants().ToDictionary(a => a.Id, StringComparer.Ordinal);
    }

    /// <summary>Id of this version; an instance pins it.</summary>
    public required string Id { get; init; }

    /// <summary>Id shared by all versions.</summary>
    public required string DefinitionId { get; init; }

    public string Name { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>Number of this version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Variables of the workflow itself; see <see cref="AllVariables"/> for those of its containers too.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; internal init; } = [];

    public IReadOnlyList<ArgumentDefinition> Inputs { get; internal init; } = [];

    public IReadOnlyList<ArgumentDefinition> Outputs { get; internal init; } = [];

    /// <summary>Outcomes the workflow as a whole may end with.</summary>
    public IReadOnlyList<string> Outcomes { get; internal init; } = [];

    public WorkflowOptions Options { get; internal init; } = new(IncidentStrategy.Fault);

    public Activity Root { get; }

    /// <summary>Every activity, the root included, by id. Ids are unique in the whole definition.</summary>
    public IReadOnlyDictionary<string, Activity> Activities { get; }

    /// <summary>The canonical JSON as read. The writer puts the head into it.</summary>
    public JsonElement Json { get; }

    /// <summary>Variables of the workflow and of all containers. Names are unique.</summary>
    public IReadOnlyList<VariableDefinition> AllVariables =>
        allVariables ??= [.. Variables, .. Root.SelfAndDescendants().SelectMany(a => a.Variables)];

    /// <summary>The variable a memory reference means: by id, else by name.</summary>
    public VariableDefinition? FindVariable(string? reference) =>
        AllVariables.FirstOrDefault(v => v.Id == reference) ?? AllVariables.FirstOrDefault(v => v.Name == reference);
}

/// <summary>What happens to the instance when an activity fails.</summary>
public enum IncidentStrategy
{
    /// <summary>The instance is faulted and stands still until the incident is retried. Elsa's default.</summary>
    Fault,

    /// <summary>The other branches go on.</summary>
    ContinueWithIncidents,
}

public sealed record WorkflowOptions(IncidentStrategy IncidentStrategy);

/// <param name="Default">The value a new instance starts with, already converted to the type; null for none.</param>
public sealed record VariableDefinition(string Id, string Name, string TypeName, bool IsArray, JsonElement Default);

/// <summary>An input or output of the workflow.</summary>
public sealed record ArgumentDefinition(
    string Name,
    string TypeName,
    bool IsArray,
    string DisplayName,
    string Description);
