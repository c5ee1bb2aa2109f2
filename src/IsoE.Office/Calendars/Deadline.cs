using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>What one pause did to a time limit, in the limit's own grain.</summary>
/// <param name="Pause">The pause, its end set to the moment of reckoning where it is still open.</param>
/// <param name="Added">Working days, calendar days or working minutes it added.</param>
internal readonly record struct Extension(Pause Pause, int Added);

/// <summary>A due instant with the steps that led to it.</summary>
/// <param name="FirstDueAt">The due instant had there been no pause.</param>
/// <param name="StoppedSince">When the pause began that is still open; null while the clock runs.</param>
internal sealed record Deadline(
    DateTimeOffset StartedAt,
    TimeLimit Limit,
    DateTimeOffset FirstDueAt,
    IReadOnlyList<Extension> Extensions,
    DateTimeOffset DueAt,
    DateTimeOffset? StoppedSince);
