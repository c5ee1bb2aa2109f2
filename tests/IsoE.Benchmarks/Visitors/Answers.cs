using System.Collections.Concurrent;
using System.Diagnostics;

namespace IsoE.Benchmarks.Visitors;

/// <summary>How long answers took, in milliseconds from the moment they were due to be asked for, and how many were none.</summary>
internal sealed class Answers
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _times = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _failed = new(StringComparer.Ordinal);

    public IEnumerable<string> Kinds => _times.Keys.Order(StringComparer.Ordinal);

    public int Count => _times.Values.Sum(times => times.Count);

    public int Failed => _failed.Values.Sum();

    public int FailedOf(string kind) => _failed.GetValueOrDefault(kind);

    public IReadOnlyList<double> Sorted(string kind) => [.. _times.GetValueOrDefault(kind, []).Order()];

    /// <param name="askedAt">A stopwatch's timestamp: when the visitor wanted the answer, be the program late or not.</param>
    public async Task Take(string kind, long askedAt, Func<Task<bool>> ask)
    {
        var isGood = false;
        try
        {
            isGood = await ask();
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException)
        {
            isGood = false;
        }

        _times.GetOrAdd(kind, _ => []).Add(Stopwatch.GetElapsedTime(askedAt).TotalMilliseconds);
        if (!isGood) _failed.AddOrUpdate(kind, 1, (_, before) => before + 1);
    }
}
