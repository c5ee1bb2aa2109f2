namespace IsoE.Workflows.Logs;

/// <summary>Something that was done in a case: one completed activity.</summary>
/// <param name="Activity">What was done; the same name for the same work.</param>
/// <param name="At">When it was completed, UTC.</param>
public sealed record LogEvent(string Activity, DateTimeOffset At)
{
    /// <summary>When work on it began, UTC; null when the log does not say.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Until when it was to be done; null for no term.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Who did it.</summary>
    public string? Resource { get; init; }

    public string? Role { get; init; }

    /// <summary>The unit of whoever did it.</summary>
    public string? Group { get; init; }

    /// <summary>Everything else the log says of it.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = LogCase.NoAttributes;
}
