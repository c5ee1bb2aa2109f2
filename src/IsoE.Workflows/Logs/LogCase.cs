namespace IsoE.Workflows.Logs;

/// <summary>One case of an event log with its events in the order of time. Knows no dossier and no procedure.</summary>
public sealed record LogCase(string Id, IReadOnlyList<LogEvent> Events)
{
    internal static readonly IReadOnlyDictionary<string, string> NoAttributes = new Dictionary<string, string>();

    /// <summary>Until when the case was to end; null when nothing was promised.</summary>
    public DateTimeOffset? DeadlineAt { get; init; }

    /// <summary>When it ended, where the log says so apart from the last event.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The log says that the case has not ended yet.</summary>
    public bool IsOpen { get; init; }

    public IReadOnlyDictionary<string, string> Attributes { get; init; } = NoAttributes;

    /// <summary>The end told, else that of the last event; null for an open case and for one without events.</summary>
    public DateTimeOffset? FinishedAt => IsOpen ? null : EndedAt ?? (Events.Count == 0 ? null : Events[^1].At);

    /// <summary>Whether it ended no later than promised; null when it is open or nothing was promised. Equal is on time.</summary>
    public bool? IsOnTime => FinishedAt is { } finished && DeadlineAt is { } deadline ? finished <= deadline : null;
}
