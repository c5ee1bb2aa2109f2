using System.Globalization;

namespace IsoE.Office.Calendars;

/// <summary>Part of a day in the agency's zone, to the minute; the end is not included.</summary>
public readonly record struct TimeRange(TimeOnly From, TimeOnly To)
{
    public int Minutes => MinuteOf(To) - MinuteOf(From);

    internal int FirstMinute => MinuteOf(From);

    internal int LastMinute => MinuteOf(To);

    /// <summary>Reads <c>07:30-11:30</c>.</summary>
    public static bool TryParse(string text, out TimeRange range)
    {
        range = default;
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || !TryParseTime(parts[0], out var from) || !TryParseTime(parts[1], out var to) || to <= from)
            return false;
        range = new TimeRange(from, to);
        return true;
    }

    /// <summary>Reads <c>07:30-11:30</c>, for data shipped with the product.</summary>
    /// <exception cref="FormatException">The text is not of that form, or ends before it begins.</exception>
    public static TimeRange Parse(string text) =>
        TryParse(text, out var range) ? range : throw new FormatException($"'{text}' is not a range of time such as 07:30-11:30.");

    public override string ToString() => $"{From:HH\\:mm}-{To:HH\\:mm}";

    private static bool TryParseTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static int MinuteOf(TimeOnly time) => time.Hour * 60 + time.Minute;
}
