using IsoE.Office.Calendars.Lunar;
using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>Days off of a year by the general rules, for a year whose official notice has not come yet.</summary>
/// <remarks>
/// Labour Code 2019, articles 111(3) and 112: New Year, five days of Tết (one before, four from the first of the year:
/// the choice made most often), the Hung Kings' commemoration, 30 April and 1 May, National Day with the day before it;
/// from 2026 also 24 November (Resolution 28/2026/QH16). A holiday on a weekend is compensated on the next working day.
/// Swaps of working days cannot be foreseen.
/// </remarks>
public static class NationalHolidayRules
{
    private const int FirstCultureDay = 2026;

    private static readonly RowSource Source = new(new Text(
        "Tạm tính theo Điều 111 và Điều 112 Bộ luật Lao động 2019, Nghị quyết 28/2026/QH16",
        "Provisional, by articles 111 and 112 of the Labour Code 2019 and Resolution 28/2026/QH16"), Verified: false);

    /// <summary>A covered year for these rows.</summary>
    public static CoveredYear Cover(int year) => new(year, IsProvisional: true, Source);

    /// <summary>One row a day, in order: every statutory day, and the days in lieu of those on a weekend.</summary>
    public static IReadOnlyList<Holiday> Generate(int year)
    {
        var statutory = Statutory(year).ToList();
        var off = statutory.Select(day => day.Date).ToHashSet();
        var rows = statutory.Select(day => Row(day.Date, day.Name)).ToList();
        foreach (var (date, name) in statutory.Where(day => IsWeekend(day.Date)))
        {
            var inLieu = date.AddDays(1);
            while (IsWeekend(inLieu) || !off.Add(inLieu)) inLieu = inLieu.AddDays(1);
            rows.Add(Row(inLieu, new Text($"nghỉ bù {name.Vi}", $"day in lieu of {name.En}")));
        }
        return [.. rows.OrderBy(row => row.FirstOn)];
    }

    private static IEnumerable<(DateOnly Date, Text Name)> Statutory(int year)
    {
        yield return (new DateOnly(year, 1, 1), new Text("Tết Dương lịch", "New Year's Day"));
        var tet = new Text(
            $"Tết Nguyên đán {VietnameseLunarCalendar.NameOfYear(year)}", $"Lunar New Year {VietnameseLunarCalendar.NameOfYear(year)}");
        for (var day = -1; day <= 3; day++) yield return (VietnameseLunarCalendar.NewYear(year).AddDays(day), tet);
        yield return (VietnameseLunarCalendar.HungKingsDay(year), new Text("Giỗ Tổ Hùng Vương", "Hung Kings' commemoration"));
        yield return (new DateOnly(year, 4, 30), new Text("Ngày Chiến thắng 30/4", "Victory Day, 30 April"));
        yield return (new DateOnly(year, 5, 1), new Text("Ngày Quốc tế lao động 01/5", "Labour Day, 1 May"));
        var national = new Text("Quốc khánh 02/9", "National Day, 2 September");
        yield return (new DateOnly(year, 9, 1), national);
        yield return (new DateOnly(year, 9, 2), national);
        if (year >= FirstCultureDay)
            yield return (new DateOnly(year, 11, 24), new Text("Ngày Văn hóa Việt Nam 24/11", "Vietnam Culture Day, 24 November"));
    }

    private static Holiday Row(DateOnly date, Text name) => new(date, date, name, Source);

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
