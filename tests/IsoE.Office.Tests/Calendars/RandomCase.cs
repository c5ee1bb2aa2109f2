using IsoE.Office.Calendars;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Calendars;

/// <summary>A calendar, a start, a limit and pauses drawn from one number, so that a failure can be run again.</summary>
internal sealed record RandomCase(
    CalendarDefinition Definition, DateTime Start, TimeLimit Limit, IReadOnlyList<(DateTime From, DateTime To)> Pauses)
{
    private static readonly Effective Always = new(new DateOnly(2000, 1, 1));
    private static readonly RowSource Source = new(new Text("Thông báo", "Notice"), Verified: true);

    private static readonly string[][] Hours =
        [["07:30-11:30", "13:00-17:00"], ["08:00-12:00"], ["07:00-11:00", "13:30-16:30"], ["08:00-12:00", "13:00-17:00", "18:00-20:00"]];

    public IReadOnlyList<Pause> AsPauses() =>
        [.. Pauses.Select(pause => new Pause(VietnamTime.ToInstant(pause.From), VietnamTime.ToInstant(pause.To)))];

    public static RandomCase From(int seed)
    {
        var random = new Random(seed);
        var start = new DateTime(2026, 1, 1).AddMinutes(random.Next(300 * 24 * 60));
        var pauses = Enumerable.Range(0, random.Next(5)).Select(_ => RandomPause(random, start)).ToList();
        return new RandomCase(RandomCalendar(random), start, RandomLimit(random), pauses);
    }

    private static CalendarDefinition RandomCalendar(Random random)
    {
        var rest = Enum.GetValues<DayOfWeek>().Where(_ => random.Next(4) == 0).ToList();
        if (rest.Count == 7) rest.RemoveAt(0);
        var days = Enumerable.Range(0, 40).Select(_ => new DateOnly(2026, 1, 1).AddDays(random.Next(700))).Distinct().ToList();
        var makeUps = days.Take(8).ToList();
        return NationalCalendar.Instance.Definition with
        {
            SameDayCutOff = new TimeOnly(random.Next(10, 16), 0),
            RestDays = [.. rest.Select(day => new WeeklyRest(day, Always, Source))],
            WorkingHours = [.. Enum.GetValues<DayOfWeek>().Select(day => new WeekdayHours(
                day, [.. Hours[random.Next(Hours.Length)].Select(TimeRange.Parse)], Always, Source))],
            Holidays = [.. days.Skip(8).Select(day => RandomHoliday(day, random, makeUps))],
            MakeUpDays = [.. makeUps.Select(day => new MakeUpDay(day, day.AddDays(random.Next(1, 20)), Source))],
        };
    }

    private static Holiday RandomHoliday(DateOnly first, Random random, List<DateOnly> makeUps)
    {
        var last = first.AddDays(random.Next(4));
        while (last > first && makeUps.Any(day => day > first && day <= last)) last = last.AddDays(-1);
        return new Holiday(first, last, new Text("nghỉ lễ", "holiday"), Source);
    }

    private static TimeLimit RandomLimit(Random random) => random.Next(5) switch
    {
        0 => new TimeLimit(random.Next(1, 40), TimeUnit.WorkingDays),
        1 => new TimeLimit(random.Next(1, 60), TimeUnit.CalendarDays),
        2 => new TimeLimit(random.Next(1, 60), TimeUnit.WorkingHours),
        3 => new TimeLimit(random.Next(1, 600), TimeUnit.WorkingMinutes),
        _ => new TimeLimit(0, TimeUnit.SameDay),
    };

    private static (DateTime From, DateTime To) RandomPause(Random random, DateTime start)
    {
        var span = random.Next(2) == 0 ? 2 * 24 * 60 : 30 * 24 * 60;
        var from = start.AddMinutes(random.Next(-span / 2, span));
        return (from, from.AddMinutes(random.Next(span / 2)));
    }
}
