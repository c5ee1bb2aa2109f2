namespace IsoE.Office.Calendars;

/// <summary>Days in a row that are alike for whoever explains a date.</summary>
/// <param name="Minutes">Working minutes of each of the days.</param>
internal sealed record DayRun(DateOnly First, DateOnly Last, CalendarDay Day, int Minutes)
{
    public int Count => Last.DayNumber - First.DayNumber + 1;

    /// <summary>The days from first to last, put together where kind, reason and hours are the same.</summary>
    public static IEnumerable<DayRun> Between(WorkingCalendar calendar, DateOnly first, DateOnly last)
    {
        DayRun? run = null;
        for (var date = first; date <= last; date = date.AddDays(1))
        {
            var day = calendar.DayOf(date);
            var minutes = day.Hours.Sum(range => range.Minutes);
            if (run is not null && run.Continues(day, minutes))
            {
                run = run with { Last = date };
                continue;
            }
            if (run is not null) yield return run;
            run = new DayRun(date, date, day, minutes);
        }
        if (run is not null) yield return run;
    }

    private bool Continues(CalendarDay day, int minutes) =>
        Day.Kind == day.Kind && Day.Reason == day.Reason && Day.Source == day.Source && Minutes == minutes;
}
