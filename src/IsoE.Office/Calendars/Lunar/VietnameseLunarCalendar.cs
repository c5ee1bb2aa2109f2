namespace IsoE.Office.Calendars.Lunar;

/// <summary>Converts between solar days and days of the Vietnamese lunar calendar, computed for UTC+7.</summary>
/// <remarks>
/// The rules are those Hồ Ngọc Đức describes in "Thuật toán tính âm lịch": months begin on the day of new moon, month
/// 11 holds the winter solstice, a leap month holds no major solar term. The Chinese calendar uses UTC+8 and differs
/// where a new moon or a term falls between 23:00 and midnight in Viet Nam, as at Tết 2030. Range: 1900 to 2100.
/// </remarks>
public static class VietnameseLunarCalendar
{
    public const int FirstYear = 1900;
    public const int LastYear = 2100;

    private static readonly string[] Stems = ["Canh", "Tân", "Nhâm", "Quý", "Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ"];

    private static readonly string[] Branches =
        ["Thân", "Dậu", "Tuất", "Hợi", "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi"];

    /// <exception cref="ArgumentOutOfRangeException">The day lies outside 1900 to 2100.</exception>
    public static LunarDate FromSolar(DateOnly date)
    {
        CheckYear(date.Year, FirstYear);
        var year = LunarYear.Holding(date);
        var index = Array.FindLastIndex(year.Starts, start => start <= date.DayNumber);
        var (lunarYear, month, isLeap) = year.NameOf(index);
        return new LunarDate(lunarYear, month, date.DayNumber - year.Starts[index] + 1, isLeap);
    }

    /// <exception cref="ArgumentOutOfRangeException">The year lies outside 1900 to 2100, or it has no such month or day.</exception>
    public static DateOnly ToSolar(LunarDate date)
    {
        // The first weeks of 1900 still belong to the lunar year 1899.
        CheckYear(date.Year, FirstYear - 1);
        var year = LunarYear.FromSolstice(date.Month >= 11 ? date.Year : date.Year - 1);
        for (var index = 0; index < year.Starts.Length - 1; index++)
        {
            if (year.NameOf(index) != (date.Year, date.Month, date.IsLeapMonth)) continue;
            var day = year.Starts[index] + date.Day - 1;
            if (date.Day >= 1 && day < year.Starts[index + 1]) return DateOnly.FromDayNumber(day);
        }
        throw new ArgumentOutOfRangeException(nameof(date), date, "The lunar year has no such month or day.");
    }

    /// <summary>First day of the lunar year (mùng 1 Tết).</summary>
    public static DateOnly NewYear(int year) => ToSolar(new LunarDate(year, 1, 1));

    /// <summary>Commemoration of the Hùng Kings, the tenth day of the third month.</summary>
    public static DateOnly HungKingsDay(int year) => ToSolar(new LunarDate(year, 3, 10));

    /// <summary>The traditional name of a lunar year, for example "Bính Ngọ" for 2026.</summary>
    public static string NameOfYear(int year) => $"{Stems[year % 10]} {Branches[year % 12]}";

    private static void CheckYear(int year, int first)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
    }
}
