using System.Text.Json;
using IsoE.Workflows.Activities;

namespace IsoE.Workflows.Definitions;

/// <summary>One activity of a definition: its type, its inputs, and what it contains.</summary>
public sealed class Activity
{
    /// <summary>Readable, unique in the definition; appears in records.</summary>
    public required string Id { get; init; }

    /// <summary>Path of Elsa's designer (<c>Workflow1:flow:appraise</c>).</summary>
    public required string NodeId { get; init; }

    public required string Name { get; init; }

    public required ActivityType Type { get; init; }

    /// <summary>The name on the diagram, or null.</summary>
    public string? DisplayText { get; init; }

    public bool CanStartWorkflow { get; init; }

    /// <summary>How inbound tokens meet at this activity when it stands in a flowchart.</summary>
    public MergeMode MergeMode { get; init; }

    /// <summary>Inputs that the file gives, by camelCase name.</summary>
    public IReadOnlyDictionary<string, ActivityInput> Inputs { get; init; } = new Dictionary<string, ActivityInput>();

    /// <summary>Outputs bound to a variable: output name to the reference of the variable.</summary>
    public IReadOnlyDictionary<string, string> OutputBindings { get; init; } = new Dictionary<string, string>();

    /// <summary>Cases of <c>FlowSwitch</c> and <c>Switch</c>.</summary>
    public IReadOnlyList<SwitchCase> Cases { get; init; } = [];

    /// <summary>Activities of a Flowchart, Sequence or Parallel.</summary>
    public IReadOnlyList<Activity> Activities { get; init; } = [];

    /// <summary>Connections of a Flowchart.</summary>
    public IReadOnlyList<Connection> Connections { get; init; } = [];

    /// <summary>Activities embedded at named ports (<c>then</c>, <c>else</c>, <c>body</c>, <c>default</c>).</summary>
    public IReadOnlyDictionary<string, Activity> Embedded { get; init; } = new Dictionary<string, Activity>();

    /// <summary>Variables of a container, set to their defaults whenever it starts.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; init; } = [];

    /// <summary>The activity as written in the file.</summary>
    public required JsonElement Json { get; init; }

    /// <summary>Where it stands in the file.</summary>
    public required Place Place { get; init; }

    /// <summary>Activities directly inside: list, ports, then cases.</summary>
    public IEnumerable<Activity> Children =>
        Activities.Concat(Embedded.Values).Concat(Cases.Select(c => c.Activity).OfType<Activity>());

    /// <summary>The activity and all inside it, in the order of the file.</summary>
    public IEnumerable<Activity> SelfAndDescendants() =>
        Children.SelectMany(c => c.SelfAndDescendants()).Prepend(this);

    /// <summary>The outcomes the activity can end with, or null when an expression decides them at run time.</summary>
    public IReadOnlyList<string>? Outcomes => Type.OutcomesOf(this);

    /// <summary>The input's text when it is a literal; null when absent, empty or computed.</summary>
    public string? LiteralText(string input)
    {
        var value = Literal(input);
        return value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
    }

    /// <summary>The input's texts when it is a literal list; null when computed, empty when absent.</summary>
    public IReadOnlyList<string>? LiteralTexts(string input) =>
        !Inputs.TryGetValue(input, out var given) ? []
        : given.Kind is not (ExpressionKind.Literal or ExpressionKind.Object) ? null
        : given.Value.ValueKind == JsonValueKind.Array ? [.. given.Value.EnumerateArray().Select(Values.ToText)]
        : [];

    /// <summary>The input's value when it is literal; JSON null otherwise.</summary>
    public JsonElement Literal(string input) =>
        Inputs.TryGetValue(input, out var given) && given.Kind is ExpressionKind.Literal or ExpressionKind.Object
            ? given.Value
            : Values.Null;
}

/// <summary>How tokens on several inbound connections of one activity meet (<c>customProperties.mergeMode</c>).</summary>
public enum MergeMode
{
    /// <summary>Run unless an upstream activity is still on its way here. Also what Elsa does without a mode.</summary>
    Stream,

    /// <summary>Wait for every forward inbound connection.</summary>
    Merge,

    /// <summary>Wait for every inbound connection, backward ones too.</summary>
    Converge,

    /// <summary>Run once for each token.</summary>
    Cascade,

    /// <summary>Run for the first token; what the other connections still run is cancelled.</summary>
    Race,
}

/// <summary>A line of a flowchart: leaving <paramref name="Source"/> by the outcome <paramref name="Port"/>.</summary>
public sealed record Connection(string Source, string Port, string Target);

/// <param name="Activity">What <c>Elsa.Switch</c> runs for the case; null for <c>FlowSwitch</c>.</param>
public sealed record SwitchCase(string Label, ActivityInput Condition, Activity? Activity);
