using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>What a line of an explanation is about; pages choose its look by it.</summary>
public enum ExplanationKind
{
    Receipt,
    Limit,
    Counted,
    Skipped,
    Pause,
    Due,
    LegalBasis,
    Remark,
}

/// <summary>One sentence of an explanation.</summary>
public sealed record ExplanationLine(ExplanationKind Kind, Text Text);

/// <summary>A due instant that says how it came about.</summary>
/// <param name="DueAt">The last instant that is on time, in UTC. While the clock stands still it can only move later.</param>
/// <param name="StoppedSince">When the pause began that is still open; null while the clock runs.</param>
public sealed record ExplainedDueDate(
    DateTimeOffset DueAt, DateTimeOffset? StoppedSince, IReadOnlyList<ExplanationLine> Lines)
{
    // Equal is still on time: the receipt says "by 17:00", not "before".
    public bool IsOverdue(DateTimeOffset now) => now > DueAt;
}
