namespace IsoE.Office.Calendars;

/// <summary>The parts of one day in which the clock of a limit in hours ran.</summary>
internal static class RunningClock
{
    public static IReadOnlyList<TimeRange> On(DateOnly date, IReadOnlyList<TimeRange> hours, Deadline deadline)
    {
        var parts = new List<TimeRange>();
        foreach (var range in hours)
        {
            var from = Later(Start(date, range.From), Minute(deadline.StartedAt));
            var to = Earlier(Start(date, range.To), deadline.DueAt);
            foreach (var (pause, _) in deadline.Extensions)
            {
                if (Minute(pause.To!.Value) <= from || Minute(pause.From) >= to) continue;
                AddPart(parts, from, Earlier(Minute(pause.From), to));
                from = Later(from, Minute(pause.To.Value));
            }
            AddPart(parts, from, to);
        }
        return parts;
    }

    private static void AddPart(List<TimeRange> parts, DateTimeOffset from, DateTimeOffset to)
    {
        if (to > from)
            parts.Add(new TimeRange(TimeOnly.FromDateTime(VietnamTime.ToLocal(from)), TimeOnly.FromDateTime(VietnamTime.ToLocal(to))));
    }

    private static DateTimeOffset Start(DateOnly date, TimeOnly time) => VietnamTime.ToInstant(date, time);

    private static DateTimeOffset Minute(DateTimeOffset instant) => new(instant.Ticks - instant.Ticks % TimeSpan.TicksPerMinute, instant.Offset);

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
