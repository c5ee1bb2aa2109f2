using System.Text.RegularExpressions;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.Bpmn;

/// <summary>Durations as BPMN's timers write them (ISO 8601), as far as one unit says them.</summary>
internal static partial class BpmnDuration
{
    /// <returns>Calendar days, working hours or working minutes; null for what is no such duration.</returns>
    public static TimeLimit? Of(string text)
    {
        var match = Written().Match(text);
        if (!match.Success || !int.TryParse(match.Groups[2].Value, out var count) || count is < 1 or > 10_000) return null;
        return (match.Groups[1].Value, match.Groups[3].Value) switch
        {
            ("P", "D") => new TimeLimit(count, TimeUnit.CalendarDays),
            ("P", "W") => new TimeLimit(count * 7, TimeUnit.CalendarDays),
            ("PT", "H") => new TimeLimit(count, TimeUnit.WorkingHours),
            ("PT", "M") => new TimeLimit(count, TimeUnit.WorkingMinutes),
            _ => null,
        };
    }

    [GeneratedRegex("^(PT?)([0-9]{1,5})([DWHM])$")]
    private static partial Regex Written();
}
