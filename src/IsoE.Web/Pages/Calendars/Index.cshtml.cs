using System.Globalization;
using IsoE.Office.Calendars;
using IsoE.Web.Language;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Calendars;

/// <summary>A year of the agency's working calendar: months, hours, days off and make-up days with their sources.</summary>
public sealed class IndexModel(TimeProvider clock) : Screen
{
    private static readonly WorkingCalendar Calendar = NationalCalendar.Instance;

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    public int FirstYear => Calendar.FirstYear;
    public int LastYear => Calendar.LastYear;
    public CoveredYear Covered { get; private set; } = null!;
    public IReadOnlyList<Month> Months { get; private set; } = [];
    public IReadOnlyList<HoursLine> Hours { get; private set; } = [];
    public IReadOnlyList<SpecialDay> Rows { get; private set; } = [];
    public string CutOff => Calendar.Definition.SameDayCutOff.ToString("HH:mm", CultureInfo.InvariantCulture);

    public IActionResult OnGet()
    {
        var today = Shown.Day(clock.GetUtcNow());
        if (Year == 0) Year = Math.Clamp(today.Year, FirstYear, LastYear);
        if (Calendar.Definition.Years.FirstOrDefault(year => year.Year == Year) is not { } covered) return NotFound();
        Covered = covered;
        Months = [.. Enumerable.Range(1, 12).Select(MonthOf)];
        Hours = [.. HoursLines(Calendar.Definition.WorkingHours, "Làm việc", "Work", today), .. HoursLines(Calendar.Definition.ReceptionHours, "Tiếp nhận", "Counter", today)];
        Rows =
        [
            .. Calendar.Definition.Holidays.Where(day => day.FirstOn.Year == Year).Select(day => (day.FirstOn, Row: new SpecialDay(Span(day.FirstOn, day.LastOn), day.Name, day.Source)))
                .Concat(Calendar.Definition.MakeUpDays.Where(day => day.On.Year == Year).Select(day => (day.On, new SpecialDay(
                    Shown.Date(day.On), new Text($"Làm bù cho ngày {Shown.Date(day.InPlaceOf)}", $"Worked in place of {Shown.Date(day.InPlaceOf)}"), day.Source))))
                .OrderBy(pair => pair.Item1).Select(pair => pair.Item2),
        ];
        return Page();
    }

    public string? LookOf(CalendarDay day)
    {
        var look = day.Kind switch
        {
            CalendarDayKind.Holiday => "holiday",
            CalendarDayKind.MakeUp => "makeup",
            CalendarDayKind.WeeklyRest => "rest",
            _ => "",
        };
        return day.Date == Shown.Day(clock.GetUtcNow()) ? $"{look} today" : look;
    }

    private Month MonthOf(int number)
    {
        var first = new DateOnly(Year, number, 1);
        // Monday is the first column.
        var blanks = ((int)first.DayOfWeek + 6) % 7;
        var days = Enumerable.Range(0, DateTime.DaysInMonth(Year, number)).Select(day => (CalendarDay?)Calendar.DayOf(first.AddDays(day)));
        var cells = Enumerable.Repeat((CalendarDay?)null, blanks).Concat(days).Chunk(7);
        return new Month(number, DateTimeFormatInfo.InvariantInfo.GetMonthName(number), [.. cells.Select(week => (IReadOnlyList<CalendarDay?>)week)]);
    }

    private static IEnumerable<HoursLine> HoursLines(IReadOnlyList<WeekdayHours> hours, string vi, string en, DateOnly on) => hours
        .Where(row => row.Effective.Covers(on))
        .GroupBy(row => string.Join(", ", row.Ranges.Select(range => range.ToString().Replace('-', '–'))))
        .Select(group => new HoursLine(DaysOf(group.Select(row => row.Weekday), vi, en), group.Key));

    private static Text DaysOf(IEnumerable<DayOfWeek> weekdays, string vi, string en)
    {
        var days = weekdays.Select(day => ((int)day + 6) % 7).Order().ToList();
        string Vi(int day) => day == 6 ? "Chủ nhật" : $"thứ {day + 2}";
        string En(int day) => ((DayOfWeek)((day + 1) % 7)).ToString();
        return days.Count > 2
            ? new Text($"{vi}, {Vi(days[0])} đến {Vi(days[^1])}", $"{en}, {En(days[0])} to {En(days[^1])}")
            : new Text($"{vi}, {string.Join(", ", days.Select(Vi))}", $"{en}, {string.Join(", ", days.Select(En))}");
    }

    private static string Span(DateOnly first, DateOnly last) => first == last ? Shown.Date(first) : $"{Shown.Date(first)} – {Shown.Date(last)}";

    public sealed record Month(int Number, string EnglishName, IReadOnlyList<IReadOnlyList<CalendarDay?>> Weeks);

    public sealed record HoursLine(Text Days, string Hours);

    public sealed record SpecialDay(string Days, Text Name, RowSource Source);
}
