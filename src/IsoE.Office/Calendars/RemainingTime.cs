using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>Working time from now to a due instant, or since it has passed.</summary>
/// <param name="Minutes">Working minutes left, or late by; never negative.</param>
/// <param name="IsOverdue">The due instant has passed. At the due instant itself it has not.</param>
public readonly record struct RemainingTime(int Minutes, bool IsOverdue)
{
    /// <summary>A working day counts as eight hours wherever time is converted into days.</summary>
    public const int MinutesOfWorkingDay = 8 * 60;

    /// <exception cref="RejectedException">The calendar does not have a year that is needed.</exception>
    public static RemainingTime Between(WorkingCalendar calendar, DateTimeOffset now, DateTimeOffset dueAt) => now > dueAt
        ? new RemainingTime(calendar.WorkingMinutes(dueAt, now), IsOverdue: true)
        : new RemainingTime(calendar.WorkingMinutes(now, dueAt), IsOverdue: false);

    /// <summary>For people: "còn 2 ngày 3 giờ làm việc", "overdue by 40 minutes".</summary>
    public Text Describe()
    {
        var amount = Amount();
        return IsOverdue
            ? new Text($"quá hạn {amount.Vi} làm việc", $"overdue by {amount.En} of working time")
            : new Text($"còn {amount.Vi} làm việc", $"{amount.En} of working time left");
    }

    /// <summary>Minutes matter on the last day only.</summary>
    private Text Amount()
    {
        var (days, rest) = (Minutes / MinutesOfWorkingDay, Minutes % MinutesOfWorkingDay);
        if (days == 0) return Wording.Duration(Minutes);
        var hours = rest / 60;
        return hours == 0
            ? new Text($"{days} ngày", Wording.Count(days, "day"))
            : new Text($"{days} ngày {hours} giờ", $"{Wording.Count(days, "day")} {Wording.Count(hours, "hour")}");
    }
}
