namespace IsoE.Office.Calendars;

/// <summary>The working hours of one kind of day, as minutes since midnight.</summary>
internal sealed class DayHours
{
    private readonly (int From, int To)[] _ranges;

    public DayHours(IReadOnlyList<TimeRange> ranges)
    {
        Ranges = ranges;
        _ranges = [.. ranges.Select(range => (range.FirstMinute, range.LastMinute))];
        Total = _ranges.Sum(range => range.To - range.From);
        End = _ranges[^1].To;
    }

    public IReadOnlyList<TimeRange> Ranges { get; }

    /// <summary>Working minutes of the whole day.</summary>
    public int Total { get; }

    /// <summary>The minute at which work ends.</summary>
    public int End { get; }

    /// <summary>Working minutes that have passed when the clock shows <paramref name="minute"/>.</summary>
    public int Before(int minute)
    {
        var passed = 0;
        foreach (var (from, to) in _ranges)
        {
            if (minute <= from) break;
            passed += Math.Min(minute, to) - from;
        }
        return passed;
    }

    /// <summary>The earliest minute at which <paramref name="passed"/> working minutes (at least one) have passed.</summary>
    public int MinuteAfter(int passed)
    {
        foreach (var (from, to) in _ranges)
        {
            if (passed <= to - from) return from + passed;
            passed -= to - from;
        }
        return End;
    }
}
