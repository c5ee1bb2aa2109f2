using IsoE.Office.Calendars;
using IsoE.Office.Organisation;

namespace IsoE.Office.Messages;

/// <summary>The hours of the night in which an agency does not disturb people.</summary>
public static class QuietHours
{
    /// <summary>When the quiet hours end in which <paramref name="at"/> falls, UTC; null when it falls in none.</summary>
    public static DateTimeOffset? EndOf(Agency agency, DateTimeOffset at)
    {
        if (agency is not { QuietFrom: { } from, QuietTo: { } to } || from == to) return null;
        var local = VietnamTime.ToLocal(at);
        var (time, today) = (TimeOnly.FromDateTime(local), DateOnly.FromDateTime(local));
        // Half open, and over midnight when it ends earlier than it begins.
        if (!time.IsBetween(from, to)) return null;
        return VietnamTime.ToInstant(time < to ? today : today.AddDays(1), to);
    }
}
