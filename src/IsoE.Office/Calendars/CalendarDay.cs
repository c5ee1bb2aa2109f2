using IsoE.Workflows;

namespace IsoE.Office.Calendars;

public enum CalendarDayKind
{
    Working,
    MakeUp,
    WeeklyRest,
    Holiday,
}

/// <summary>What one day is and why. <paramref name="Hours"/> are empty on days on which nobody works.</summary>
public sealed record CalendarDay(
    DateOnly Date,
    CalendarDayKind Kind,
    IReadOnlyList<TimeRange> Hours,
    IReadOnlyList<TimeRange> ReceptionHours,
    Text Reason,
    RowSource? Source,
    bool IsProvisional)
{
    public bool IsWorking => Kind is CalendarDayKind.Working or CalendarDayKind.MakeUp;

    /// <summary>The counter receives and returns, but the clock of time limits stands still.</summary>
    public bool IsReceptionOnly => !IsWorking && ReceptionHours.Count > 0;
}
