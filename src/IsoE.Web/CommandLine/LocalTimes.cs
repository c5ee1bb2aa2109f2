using System.Globalization;
using IsoE.Office.Calendars;
using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>Reads moments in the agency's zone as they are written on the command line.</summary>
internal static class LocalTimes
{
    private static readonly string[] Formats =
        ["yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>Reads <c>2026-08-18T09:30</c>; a blank may stand for the T, seconds may follow.</summary>
    /// <exception cref="RejectedException">The text is no such moment.</exception>
    public static DateTimeOffset Read(string text) =>
        TryRead(text, out var instant) ? instant : throw Malformed(text);

    /// <summary>As <see cref="Read"/>; a date alone stands for its beginning at 00:00.</summary>
    /// <exception cref="RejectedException">The text is neither a moment nor a date.</exception>
    public static DateTimeOffset ReadDateOrTime(string text) =>
        TryReadDate(text, out var date) ? VietnamTime.ToInstant(date, TimeOnly.MinValue) : Read(text);

    public static string Write(DateTimeOffset instant) =>
        VietnamTime.ToLocal(instant).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    private static bool TryRead(string text, out DateTimeOffset instant)
    {
        var ok = DateTime.TryParseExact(text.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local);
        // The zone is ahead of UTC, so the first hours of year 1 have no instant.
        ok = ok && local.Year > 1;
        instant = ok ? VietnamTime.ToInstant(local) : default;
        return ok;
    }

    private static bool TryReadDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && date.Year > 1;

    private static RejectedException Malformed(string text) => new("time-malformed", new Text(
        $"Không hiểu thời điểm “{text}”. Hãy viết như 2026-08-18T09:30 hoặc 2026-08-18 09:30.",
        $"“{text}” is not a moment. Write it like 2026-08-18T09:30 or 2026-08-18 09:30."));
}
