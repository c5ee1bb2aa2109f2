using System.Collections.Concurrent;

namespace IsoE.Web.Hosting;

/// <summary>Makes guessing of dossier codes slow: every miss of a code or of an address makes the next answer wait longer.</summary>
/// <remarks>
/// Misses are forgotten after a while and kept in memory only: each server of a cluster counts its own. A code that does not
/// exist is counted like one that does, so that waiting tells nothing.
/// </remarks>
public sealed class GuessGuard(TimeProvider clock)
{
    /// <summary>How long a miss counts.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(15);

    private const int Free = 2;
    private const int MostOfCode = 10;
    private const int MostKept = 50_000;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Misses> _misses = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits as long as the misses before ask for.</summary>
    /// <param name="code">Null when none is named.</param>
    /// <returns>False when the code was missed so often that it is not answered for a while.</returns>
    public async Task<bool> Wait(string? code, string address, CancellationToken cancel)
    {
        var (ofCode, ofAddress) = (Count(CodeKey(code)), Count(AddressKey(address)));
        if (DelayAfter(Math.Max(ofCode, ofAddress / 4)) is var delay && delay > TimeSpan.Zero) await Task.Delay(delay, clock, cancel);
        return ofCode < MostOfCode;
    }

    public void Missed(string? code, string address)
    {
        if (_misses.Count > MostKept) Forget();
        foreach (var key in new[] { CodeKey(code), AddressKey(address) })
            if (key is not null)
                _misses.AddOrUpdate(key, _ => new Misses(1, clock.GetUtcNow()), (_, before) => new Misses(IsOver(before) ? 1 : before.Count + 1, clock.GetUtcNow()));
    }

    /// <summary>Nothing for the first two misses, then twice as long each time.</summary>
    public static TimeSpan DelayAfter(int misses) =>
        misses <= Free ? TimeSpan.Zero : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(misses - Free - 1, 10)));

    private int Count(string? key) => key is not null && _misses.TryGetValue(key, out var found) && !IsOver(found) ? found.Count : 0;

    private bool IsOver(Misses misses) => clock.GetUtcNow() - misses.LastAt > Memory;

    private void Forget()
    {
        foreach (var (key, misses) in _misses)
            if (IsOver(misses)) _misses.TryRemove(key, out _);
        if (_misses.Count > MostKept) _misses.Clear();
    }

    private static string? CodeKey(string? code) => string.IsNullOrWhiteSpace(code) ? null : $"code {code.Trim()}";

    private static string AddressKey(string address) => $"from {address}";

    private sealed record Misses(int Count, DateTimeOffset LastAt);
}
