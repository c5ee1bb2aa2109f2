namespace IsoE.Office.Improvement;

/// <summary>Compares groups of workers by how long the same steps took them and the others.</summary>
internal sealed class Comparison
{
    /// <summary>Work of others on a step without which there is no telling what is usual.</summary>
    private const int LeastOthers = 5;

    private readonly Dictionary<(string Procedure, string Step), List<(long Minutes, string Who)>> _work = [];
    private readonly Dictionary<string, int> _done = new(StringComparer.Ordinal);

    public void Add(string procedure, string step, string who, long minutes)
    {
        if (!_work.TryGetValue((procedure, step), out var list)) _work[(procedure, step)] = list = [];
        list.Add((minutes, who));
        _done[who] = _done.GetValueOrDefault(who) + 1;
    }

    public IReadOnlyList<FairShare> Shares(Func<string, string> name)
    {
        var tallies = new Dictionary<string, (int Compared, int Slower)>(StringComparer.Ordinal);
        foreach (var work in _work.Values)
        {
            work.Sort();
            foreach (var own in work.GroupBy(each => each.Who, StringComparer.Ordinal))
                if (MedianOfOthers(work, own.Key, work.Count - own.Count()) is { } usual)
                {
                    // What took exactly as long as usual speaks for neither side.
                    var (compared, slower) = tallies.GetValueOrDefault(own.Key);
                    tallies[own.Key] = (compared + own.Count(each => each.Minutes != usual), slower + own.Count(each => each.Minutes > usual));
                }
        }

        return [.. _done.Select(each => Share(each.Key, name(each.Key), each.Value, tallies.GetValueOrDefault(each.Key))).OrderBy(share => share.Name, StringComparer.Ordinal)];
    }

    private static long? MedianOfOthers(List<(long Minutes, string Who)> sorted, string who, int others)
    {
        if (others < LeastOthers) return null;
        var rank = (others + 1) / 2;
        return sorted.First(each => each.Who != who && --rank == 0).Minutes;
    }

    private static FairShare Share(string key, string name, int done, (int Compared, int Slower) tally)
    {
        if (tally.Compared < FairShare.Least) return new FairShare(key, name, done, tally.Compared, null, null, null);
        const double Z = 1.96;
        var (n, share) = ((double)tally.Compared, (double)tally.Slower / tally.Compared);
        var middle = (share + (Z * Z / (2 * n))) / (1 + (Z * Z / n));
        var half = Z / (1 + (Z * Z / n)) * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n)));
        return new FairShare(key, name, done, tally.Compared, Rounded(share), Rounded(middle - half), Rounded(middle + half));
    }

    private static decimal Rounded(double share) => Math.Round((decimal)Math.Clamp(share, 0, 1), 3);
}
