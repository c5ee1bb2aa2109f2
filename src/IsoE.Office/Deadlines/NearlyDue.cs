using IsoE.Office.Calendars;

namespace IsoE.Office.Deadlines;

/// <summary>When little time is left: the last working day, or the last fifth of the term if that is longer.</summary>
/// <remarks>A term shorter than two working days has only its last fifth, or it would be nearly due from its beginning.</remarks>
internal static class NearlyDue
{
    private const int Fifth = 5;

    /// <summary>The instant, or null when the term has no working minute.</summary>
    /// <exception cref="IsoE.Workflows.RejectedException">The calendar does not reach that far.</exception>
    public static DateTimeOffset? At(WorkingCalendar calendar, DateTimeOffset startedAt, DateTimeOffset dueAt)
    {
        var term = calendar.WorkingMinutes(startedAt, dueAt);
        if (term == 0)
            return null;
        var day = calendar.WorkingMinutes(dueAt.AddDays(-1), dueAt);
        var left = term >= 2 * day ? Math.Max(day, term / Fifth) : term / Fifth;
        return calendar.AddWorkingMinutes(startedAt, term - left);
    }
}
