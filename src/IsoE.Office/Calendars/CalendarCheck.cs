using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>Refuses rows that contradict each other, before a calendar is made of them.</summary>
internal static class CalendarCheck
{
    /// <exception cref="RejectedException">Names the first contradiction.</exception>
    public static void Check(CalendarDefinition definition)
    {
        CheckYears(definition.Years);
        CheckHolidays(definition.Holidays, definition.MakeUpDays);
        foreach (var row in definition.WorkingHours.Concat(definition.ReceptionHours)) CheckHours(row);
    }

    private static void CheckYears(IReadOnlyList<CoveredYear> rows)
    {
        if (rows.Count == 0) throw CalendarRejections.NoYears();
        var years = rows.Select(row => row.Year).Order().ToList();
        for (var index = 1; index < years.Count; index++)
        {
            if (years[index] == years[index - 1]) throw CalendarRejections.YearTwice(years[index]);
            if (years[index] != years[index - 1] + 1) throw CalendarRejections.YearGap(years[index - 1] + 1);
        }
    }

    private static void CheckHolidays(IReadOnlyList<Holiday> holidays, IReadOnlyList<MakeUpDay> makeUpDays)
    {
        foreach (var holiday in holidays)
        {
            if (holiday.LastOn < holiday.FirstOn) throw CalendarRejections.HolidayReversed(holiday.FirstOn, holiday.LastOn);
            foreach (var day in makeUpDays)
                if (day.On >= holiday.FirstOn && day.On <= holiday.LastOn) throw CalendarRejections.HolidayAndMakeUp(day.On);
        }
    }

    private static void CheckHours(WeekdayHours row)
    {
        var end = TimeOnly.MinValue;
        foreach (var range in row.Ranges)
        {
            if (range.To <= range.From || range.From < end) throw CalendarRejections.HoursOverlap(row.Weekday);
            end = range.To;
        }
    }
}
