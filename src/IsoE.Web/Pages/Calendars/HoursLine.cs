using IsoE.Office.Calendars;
using IsoE.Workflows;

namespace IsoE.Web.Pages.Calendars;

/// <summary>Weekdays with the same hours: "Làm việc, thứ 2 đến thứ 6: 07:30–11:30, 13:00–17:00".</summary>
public sealed record HoursLine(Text Days, string Hours)
{
    public static IEnumerable<HoursLine> Of(IReadOnlyList<WeekdayHours> hours, Text what, DateOnly on) => hours
        .Where(row => row.Effective.Covers(on))
        .GroupBy(row => string.Join(", ", row.Ranges.Select(range => range.ToString().Replace('-', '–'))))
        .Select(group => new HoursLine(DaysOf(group.Select(row => row.Weekday), what), group.Key));

    private static Text DaysOf(IEnumerable<DayOfWeek> weekdays, Text what)
    {
        // Monday is the first day: 0.
        var days = weekdays.Select(day => ((int)day + 6) % 7).Order().ToList();
        return days.Count > 2
            ? new Text($"{what.Vi}, {Vi(days[0])} đến {Vi(days[^1])}", $"{what.En}, {En(days[0])} to {En(days[^1])}")
            : new Text($"{what.Vi}, {string.Join(", ", days.Select(Vi))}", $"{what.En}, {string.Join(", ", days.Select(En))}");
    }

    private static string Vi(int day) => day == 6 ? "Chủ nhật" : $"thứ {day + 2}";

    private static string En(int day) => ((DayOfWeek)((day + 1) % 7)).ToString();
}
