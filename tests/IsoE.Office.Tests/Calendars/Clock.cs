using System.Globalization;
using IsoE.Office.Calendars;

namespace IsoE.Office.Tests.Calendars;

/// <summary>Local moments written the way people write them.</summary>
internal static class Clock
{
    public static DateTimeOffset At(string local) => VietnamTime.ToInstant(Local(local));

    public static DateTime Local(string local) =>
        DateTime.ParseExact(local, ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture);

    public static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Show(DateTimeOffset instant) =>
        VietnamTime.ToLocal(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Pauses written <c>2026-08-21 09:00/2026-09-03 10:00</c>, several joined by <c>;</c>.</summary>
    public static IReadOnlyList<Pause> Pauses(string text) => text.Length == 0
        ? []
        : [.. text.Split(';').Select(part => part.Split('/')).Select(ends => new Pause(At(ends[0]), ends[1].Length == 0 ? null : At(ends[1])))];
}
