using System.Globalization;
using IsoE.Office.Calendars;

namespace IsoE.Web.Pages.Calendars;

/// <summary>A month as weeks of seven cells, Monday first; cells before and after the month are null.</summary>
public sealed record CalendarMonth(int Number, string EnglishName, IReadOnlyList<IReadOnlyList<CalendarDay?>> Weeks)
{
    public static CalendarMonth Of(WorkingCalendar calendar, int year, int number)
    {
        var first = new DateOnly(year, number, 1);
        var blanks = ((int)first.DayOfWeek + 6) % 7;
        var days = Enumerable.Range(0, DateTime.DaysInMonth(year, number)).Select(day => (CalendarDay?)calendar.DayOf(first.AddDays(day)));
        var cells = Enumerable.Repeat((CalendarDay?)null, blanks).Concat(days).Chunk(7);
        return new CalendarMonth(
            number, DateTimeFormatInfo.InvariantInfo.GetMonthName(number), [.. cells.Select(week => (IReadOnlyList<CalendarDay?>)week)]);
    }
}
