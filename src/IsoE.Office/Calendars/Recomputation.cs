using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>A limit that is still running when the calendar changes.</summary>
/// <param name="Id">Whatever the caller knows it by.</param>
/// <param name="DueAt">The due instant promised so far.</param>
public sealed record RunningLimit(
    string Id, DateTimeOffset StartedAt, TimeLimit Limit, IReadOnlyList<Pause> Pauses, DateTimeOffset DueAt);

/// <summary>What a change of the calendar does to one limit.</summary>
/// <param name="NewDueAt">Null when the new calendar cannot tell; <paramref name="Refusal"/> says why.</param>
public sealed record MovedLimit(RunningLimit Limit, DateTimeOffset? NewDueAt, Text? Refusal);

/// <summary>Computes running limits again after a change of the calendar. Pure: the caller logs and keeps the new dates.</summary>
public static class Recomputation
{
    /// <summary>The limits whose due instant is not the promised one any more, in the order given.</summary>
    /// <param name="asOf">Up to when pauses that are still open count.</param>
    public static IEnumerable<MovedLimit> Of(WorkingCalendar after, IEnumerable<RunningLimit> limits, DateTimeOffset asOf)
    {
        var deadlines = new DeadlineCalculator(after);
        return limits.Select(limit => Compute(deadlines, limit, asOf)).Where(moved => moved.NewDueAt != moved.Limit.DueAt);
    }

    private static MovedLimit Compute(DeadlineCalculator deadlines, RunningLimit limit, DateTimeOffset asOf)
    {
        try
        {
            return new MovedLimit(limit, deadlines.DueAt(limit.StartedAt, limit.Limit, limit.Pauses, asOf), Refusal: null);
        }
        catch (RejectedException refused)
        {
            // One limit beyond the calendar must not hold up the others.
            return new MovedLimit(limit, NewDueAt: null, refused.Reason);
        }
    }
}
