using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IsoE.Workflows;

/// <summary>What a time limit is counted in.</summary>
public enum TimeUnit
{
    /// <summary>Minutes of the agency's working time.</summary>
    WorkingMinutes,

    /// <summary>Hours of the agency's working time.</summary>
    WorkingHours,

    /// <summary>Working days of the agency; day grain.</summary>
    WorkingDays,

    /// <summary>Days of the calendar, days off included.</summary>
    CalendarDays,

    /// <summary>The day of receipt itself, subject to the agency's cut-off.</summary>
    SameDay,
}

/// <summary>How long something may take, as definitions and procedures write it.</summary>
/// <remarks>
/// Text form: <c>30m</c> working minutes, <c>4h</c> working hours, <c>2wd</c> working days, <c>7d</c> calendar days,
/// <c>sameday</c>. This is the only place that reads or writes it.
/// </remarks>
/// <param name="Value">At least 1; 0 exactly for <see cref="TimeUnit.SameDay"/>.</param>
public readonly record struct TimeLimit(int Value, TimeUnit Unit)
{
    private const int Longest = 1_000_000;

    /// <summary>Reads the text form.</summary>
    /// <exception cref="RejectedException">The text is not a time limit.</exception>
    public static TimeLimit Parse(string text) => TryParse(text, out var limit) ? limit : throw Malformed(text);

    /// <summary>Reads the text form; blanks around it and letter case do not matter.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TimeLimit limit)
    {
        limit = default;
        var trimmed = text?.Trim().ToLowerInvariant() ?? "";
        if (trimmed == "sameday")
        {
            limit = new TimeLimit(0, TimeUnit.SameDay);
            return true;
        }

        var digits = trimmed.TakeWhile(char.IsAsciiDigit).Count();
        if (UnitOf(trimmed[digits..]) is not { } unit
            || !int.TryParse(trimmed[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            || value is 0 or > Longest)
        {
            return false;
        }

        limit = new TimeLimit(value, unit);
        return true;
    }

    /// <summary>The text form.</summary>
    public override string ToString() => Unit switch
    {
        TimeUnit.WorkingMinutes => Number + "m",
        TimeUnit.WorkingHours => Number + "h",
        TimeUnit.WorkingDays => Number + "wd",
        TimeUnit.CalendarDays => Number + "d",
        _ => "sameday",
    };

    /// <summary>The limit in words, for example "7 ngày làm việc" and "7 working days".</summary>
    public Text Describe() => Unit switch
    {
        TimeUnit.WorkingMinutes => new Text($"{Number} phút làm việc", Count("working minute")),
        TimeUnit.WorkingHours => new Text($"{Number} giờ làm việc", Count("working hour")),
        TimeUnit.WorkingDays => new Text($"{Number} ngày làm việc", Count("working day")),
        TimeUnit.CalendarDays => new Text($"{Number} ngày", Count("calendar day")),
        _ => new Text("trong ngày", "the same day"),
    };

    private string Number => Value.ToString(CultureInfo.InvariantCulture);

    private string Count(string noun) => Value == 1 ? $"1 {noun}" : $"{Number} {noun}s";

    private static TimeUnit? UnitOf(string suffix) => suffix switch
    {
        "m" => TimeUnit.WorkingMinutes,
        "h" => TimeUnit.WorkingHours,
        "wd" => TimeUnit.WorkingDays,
        "d" => TimeUnit.CalendarDays,
        _ => null,
    };

    private static RejectedException Malformed(string text) => new(
        "time-limit-malformed",
        new Text(
            $"Không hiểu thời hạn “{text}”. Hãy viết như 30m (phút làm việc), 4h (giờ làm việc), 2wd (ngày làm việc), 7d (ngày) hoặc sameday (trong ngày).",
            $"“{text}” is not a time limit. Write it like 30m (working minutes), 4h (working hours), 2wd (working days), 7d (calendar days) or sameday."));
}
