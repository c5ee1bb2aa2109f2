using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>When a limit counts as nearly due: the remaining working time is at most a floor or a share of the term, whichever is longer.</summary>
/// <remarks>
/// A setting of the agency. The floor of limits counted in days is given in working days; a step of a few hours would
/// be nearly due from its first minute by it, so limits in hours, minutes and of the same day have a floor in minutes.
/// </remarks>
/// <param name="WorkingDays">Floor of limits counted in days.</param>
/// <param name="Minutes">Floor of shorter limits, in working minutes.</param>
/// <param name="Share">Share of the whole term, from 0 to 1.</param>
public sealed record NearlyDueRule(int WorkingDays = 1, int Minutes = 60, decimal Share = 0.2m)
{
    public static NearlyDueRule Default { get; } = new();

    /// <summary>The earliest instant from which a limit is nearly due; never before it started.</summary>
    /// <param name="dueAt">As computed for this limit, pauses included.</param>
    /// <exception cref="RejectedException">The calendar does not have a year that is needed.</exception>
    public DateTimeOffset NearlyDueAt(WorkingCalendar calendar, DateTimeOffset startedAt, TimeLimit limit, DateTimeOffset dueAt)
    {
        var remaining = Threshold(calendar, startedAt, limit, dueAt);
        var position = calendar.PositionOf(dueAt) - remaining;
        return position <= calendar.PositionOf(startedAt) ? startedAt : calendar.InstantAt(position);
    }

    private int Threshold(WorkingCalendar calendar, DateTimeOffset startedAt, TimeLimit limit, DateTimeOffset dueAt)
    {
        var byDays = limit.Unit is TimeUnit.WorkingDays or TimeUnit.CalendarDays;
        var floor = byDays ? WorkingDays * RemainingTime.MinutesOfWorkingDay : Minutes;
        var term = limit.Unit switch
        {
            TimeUnit.WorkingDays => limit.Value * RemainingTime.MinutesOfWorkingDay,
            TimeUnit.WorkingHours => limit.Value * 60,
            TimeUnit.WorkingMinutes => limit.Value,
            _ => calendar.WorkingMinutes(startedAt, dueAt),
        };
        return Math.Max(floor, (int)(term * Share));
    }
}
