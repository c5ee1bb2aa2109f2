namespace IsoE.Workflows.Activities;

/// <summary>An input of an activity type, as editors show it and the reader checks it.</summary>
/// <param name="Name">camelCase, as in the file.</param>
/// <param name="TypeName">Alias of the type values are converted to.</param>
/// <param name="UiHint">Elsa Studio's editor for it.</param>
/// <param name="Options">The values to choose from, or null when free.</param>
/// <param name="Default">The value used when the file gives none, as text; null for none.</param>
public sealed record InputDescriptor(
    string Name,
    string TypeName,
    Text DisplayName,
    Text Description,
    bool Required = false,
    string UiHint = "singleline",
    IReadOnlyList<string>? Options = null,
    string? Default = null);

/// <summary>An output that can be bound to a variable.</summary>
public sealed record OutputDescriptor(string Name, string TypeName, Text DisplayName, Text Description);

/// <summary>What an activity type holds inside.</summary>
public enum Nesting
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A list of activities (<c>activities</c>) and variables.</summary>
    List,

    /// <summary>A list of activities, variables, and connections between them.</summary>
    Flowchart,

    /// <summary>Activities at the named ports of <see cref="ActivityType.EmbeddedPorts"/>.</summary>
    Ports,
}

/// <summary>How an activity type writes its cases.</summary>
public enum CaseStyle
{
    None,

    /// <summary>Label and condition; the label is an outcome (<c>FlowSwitch</c>).</summary>
    Outcomes,

    /// <summary>Label, condition and the activity to run (<c>Switch</c>).</summary>
    Activities,
}
