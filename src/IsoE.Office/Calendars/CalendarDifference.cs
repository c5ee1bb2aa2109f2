using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>A day that is another one after a change of the calendar.</summary>
public sealed record CalendarDifference(CalendarDay Before, CalendarDay After)
{
    /// <summary>"thứ Hai 01/03/2027: ngày làm việc → nghỉ lễ".</summary>
    public Text Describe()
    {
        var day = Wording.Day(After.Date);
        return new Text(
            $"{day.Vi}: {Before.Reason.Vi}{Hours(Before)} → {After.Reason.Vi}{Hours(After)}",
            $"{day.En}: {Before.Reason.En}{Hours(Before)} → {After.Reason.En}{Hours(After)}");
    }

    /// <summary>The days both calendars cover on which work or its hours differ, in order.</summary>
    public static IReadOnlyList<CalendarDifference> Between(WorkingCalendar before, WorkingCalendar after)
    {
        var differences = new List<CalendarDifference>();
        var last = new DateOnly(Math.Min(before.LastYear, after.LastYear), 12, 31);
        for (var date = new DateOnly(Math.Max(before.FirstYear, after.FirstYear), 1, 1); date <= last; date = date.AddDays(1))
        {
            var (old, now) = (before.DayOf(date), after.DayOf(date));
            if (!old.Hours.SequenceEqual(now.Hours)) differences.Add(new CalendarDifference(old, now));
        }
        return differences;
    }

    private static string Hours(CalendarDay day) => day.IsWorking ? $" {string.Join(", ", day.Hours)}" : "";
}
