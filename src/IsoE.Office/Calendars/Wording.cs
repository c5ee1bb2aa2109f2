using System.Globalization;
using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>Days, moments and lengths of time in the words of the two languages.</summary>
public static class Wording
{
    private static readonly Text[] Weekdays =
    [
        new("Chủ nhật", "Sunday"), new("thứ Hai", "Monday"), new("thứ Ba", "Tuesday"), new("thứ Tư", "Wednesday"),
        new("thứ Năm", "Thursday"), new("thứ Sáu", "Friday"), new("thứ Bảy", "Saturday"),
    ];

    public static Text Weekday(DayOfWeek weekday) => Weekdays[(int)weekday];

    /// <summary><c>dd/MM/yyyy</c>.</summary>
    public static string Date(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Weekday and date: "thứ Tư 09/09/2026".</summary>
    public static Text Day(DateOnly date)
    {
        var weekday = Weekday(date.DayOfWeek);
        return new Text($"{weekday.Vi} {Date(date)}", $"{weekday.En} {Date(date)}");
    }

    /// <summary>One day, or the first and last of several.</summary>
    public static Text Days(DateOnly first, DateOnly last)
    {
        if (first == last) return Day(first);
        var (from, to) = (Day(first), Day(last));
        return new Text($"từ {from.Vi} đến {to.Vi}", $"{from.En} to {to.En}");
    }

    /// <summary>Time, weekday and date in the agency's zone: "17:00 thứ Tư 09/09/2026".</summary>
    public static Text Moment(DateTimeOffset instant)
    {
        var local = VietnamTime.ToLocal(instant);
        var day = Day(DateOnly.FromDateTime(local));
        var time = Time(TimeOnly.FromDateTime(local));
        return new Text($"{time} {day.Vi}", $"{time} {day.En}");
    }

    /// <summary>Working minutes as hours and minutes: "1 giờ 30 phút".</summary>
    public static Text Duration(int minutes)
    {
        var (hours, rest) = (minutes / 60, minutes % 60);
        if (hours == 0) return new Text($"{rest} phút", Count(rest, "minute"));
        if (rest == 0) return new Text($"{hours} giờ", Count(hours, "hour"));
        return new Text($"{hours} giờ {rest} phút", $"{Count(hours, "hour")} {Count(rest, "minute")}");
    }

    /// <summary>An English count with its noun: "1 day", "2 days".</summary>
    public static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
