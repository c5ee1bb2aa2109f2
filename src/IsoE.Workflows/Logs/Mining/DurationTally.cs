using System.Numerics;

namespace IsoE.Workflows.Logs.Mining;

/// <summary>Keeps durations of any number in little memory, and tells at any rank how long they were.</summary>
/// <remarks>Whole minutes; exact below 1,024 minutes, above that to a thousandth.</remarks>
public sealed class DurationTally
{
    private const int Exact = 1024;

    private readonly SortedDictionary<long, int> _counts = [];

    public int Count { get; private set; }

    /// <summary>Counts a duration; one that is negative counts as none.</summary>
    public void Add(long minutes)
    {
        var kept = Rounded(Math.Max(0, minutes));
        _counts[kept] = _counts.GetValueOrDefault(kept) + 1;
        Count++;
    }

    /// <summary>Nearest rank: the smallest duration that at least this share does not exceed, in minutes; null for none.</summary>
    public long? AtRank(decimal share)
    {
        var rank = Math.Max(1, (int)Math.Ceiling(share * Count));
        foreach (var (minutes, count) in _counts)
            if ((rank -= count) <= 0) return minutes;
        return null;
    }

    private static long Rounded(long minutes)
    {
        if (minutes < Exact) return minutes;
        var step = 1L << (BitOperations.Log2((ulong)minutes) - 10);
        return (minutes + (step / 2)) / step * step;
    }
}
