using IsoE.Office.Calendars;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Calendars;

/// <summary>The rules of due dates walked day by day and minute by minute: slow and obvious. Works in local time.</summary>
internal sealed class NaiveDueDate(CalendarDefinition rows)
{
    public DateTime Due(DateTime start, TimeLimit limit, IReadOnlyList<(DateTime From, DateTime To)> pauses) => limit.Unit switch
    {
        TimeUnit.WorkingDays => WorkingDays(start, limit.Value, pauses),
        TimeUnit.CalendarDays => CalendarDays(start, limit.Value, pauses),
        TimeUnit.WorkingHours => Minutes(start, limit.Value * 60, pauses),
        TimeUnit.WorkingMinutes => Minutes(start, limit.Value, pauses),
        _ => SameDay(start, pauses),
    };

    public bool IsWorking(DateTime day)
    {
        var date = DateOnly.FromDateTime(day);
        if (rows.MakeUpDays.Any(row => row.On == date)) return true;
        if (rows.Holidays.Any(row => row.FirstOn <= date && date <= row.LastOn)) return false;
        return !rows.RestDays.Any(row => row.Weekday == date.DayOfWeek && row.Effective.Covers(date));
    }

    public bool IsWorkingMinute(DateTime moment) =>
        IsWorking(moment.Date) && Hours(moment.Date).Any(range =>
            moment.TimeOfDay >= range.From.ToTimeSpan() && moment.TimeOfDay < range.To.ToTimeSpan());

    private DateTime WorkingDays(DateTime start, int days, IReadOnlyList<(DateTime From, DateTime To)> pauses)
    {
        var day = start.Date;
        for (var left = days + PausedDays(start, pauses, IsWorking); left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorking(day)) left--;
        }
        return End(day);
    }

    private DateTime CalendarDays(DateTime start, int days, IReadOnlyList<(DateTime From, DateTime To)> pauses)
    {
        var day = start.Date.AddDays(days + PausedDays(start, pauses, _ => true));
        while (!IsWorking(day)) day = day.AddDays(1);
        return End(day);
    }

    private DateTime SameDay(DateTime start, IReadOnlyList<(DateTime From, DateTime To)> pauses)
    {
        var day = start.Date;
        if (start.TimeOfDay >= rows.SameDayCutOff.ToTimeSpan()) day = day.AddDays(1);
        while (!IsWorking(day)) day = day.AddDays(1);
        for (var left = PausedDays(start, pauses, IsWorking); left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorking(day)) left--;
        }
        return End(day);
    }

    private DateTime Minutes(DateTime start, int minutes, IReadOnlyList<(DateTime From, DateTime To)> pauses)
    {
        var moment = start;
        while (true)
        {
            var runs = IsWorkingMinute(moment) && !pauses.Any(pause => pause.From <= moment && moment < pause.To);
            moment = moment.AddMinutes(1);
            if (runs && --minutes == 0) return moment;
        }
    }

    /// <summary>Days after receipt that lie after the first day of a pause and not after its last.</summary>
    private static int PausedDays(DateTime start, IReadOnlyList<(DateTime From, DateTime To)> pauses, Func<DateTime, bool> counts)
    {
        if (pauses.Count == 0) return 0;
        var days = 0;
        for (var day = start.Date.AddDays(1); day <= pauses.Max(pause => pause.To).Date; day = day.AddDays(1))
            if (counts(day) && pauses.Any(pause => pause.From.Date < day && day <= pause.To.Date)) days++;
        return days;
    }

    private DateTime End(DateTime day) => day + Hours(day)[^1].To.ToTimeSpan();

    private IReadOnlyList<TimeRange> Hours(DateTime day)
    {
        var makeUp = rows.MakeUpDays.FirstOrDefault(row => row.On == DateOnly.FromDateTime(day));
        var weekday = makeUp?.InPlaceOf.DayOfWeek ?? day.DayOfWeek;
        return rows.WorkingHours.First(row => row.Weekday == weekday && row.Effective.Covers(DateOnly.FromDateTime(day))).Ranges;
    }
}
