namespace IsoE.Workflows.Logs.Mining;

/// <summary>An activity of the map.</summary>
/// <param name="Count">How often it was done.</param>
/// <param name="Cases">In how many cases.</param>
/// <param name="Starts">How many cases began with it.</param>
/// <param name="Ends">How many cases ended with it.</param>
/// <param name="MedianMinutes">Median of the time from start to completion; null when the log does not tell starts.</param>
/// <param name="NinetiethMinutes">What nine tenths did not exceed.</param>
public sealed record MapNode(string Activity, int Count, int Cases, int Starts, int Ends, long? MedianMinutes, long? NinetiethMinutes);

/// <summary>One activity directly followed by another.</summary>
/// <param name="MedianMinutes">Median of the time from the completion of the first to the start of the second, or to its completion where no start is known.</param>
/// <param name="NinetiethMinutes">What nine tenths did not exceed.</param>
public sealed record MapEdge(string From, string To, int Count, long MedianMinutes, long NinetiethMinutes);

/// <summary>How cases went in truth: a directly-follows graph with frequencies and times.</summary>
public sealed record ProcessMap(int Cases, int Events, IReadOnlyList<MapNode> Nodes, IReadOnlyList<MapEdge> Edges)
{
    /// <summary>
    /// The most frequent ways that together make up at least this share of all moves; every activity kept keeps its
    /// most frequent way in and way out, so that nothing hangs in the air.
    /// </summary>
    /// <param name="share">0 to 1.</param>
    public ProcessMap WithShare(decimal share)
    {
        var (wanted, taken, kept) = (share * Edges.Sum(edge => (long)edge.Count), 0L, new HashSet<MapEdge>());
        foreach (var edge in Edges.TakeWhile(_ => taken < wanted))
        {
            taken += edge.Count;
            kept.Add(edge);
        }

        var shown = kept.SelectMany(edge => new[] { edge.From, edge.To })
            .Concat(Nodes.Where(node => node.Starts > 0 && node.Starts >= Nodes.Max(each => each.Starts)).Select(node => node.Activity))
            .ToHashSet(StringComparer.Ordinal);
        Connect(shown, kept);
        return this with
        {
            Nodes = [.. Nodes.Where(node => shown.Contains(node.Activity))],
            Edges = [.. Edges.Where(kept.Contains)],
        };
    }

    // A way in may come from an activity that is not shown yet, which then needs its own.
    private void Connect(HashSet<string> shown, HashSet<MapEdge> kept)
    {
        var open = new Queue<string>(shown);
        while (open.TryDequeue(out var activity))
        {
            var node = Nodes.Single(each => each.Activity == activity);
            var needed = new[]
            {
                node.Starts > 0 || kept.Any(edge => edge.To == activity && edge.From != activity) ? null : Edges.FirstOrDefault(edge => edge.To == activity && edge.From != activity),
                node.Ends > 0 || kept.Any(edge => edge.From == activity && edge.To != activity) ? null : Edges.FirstOrDefault(edge => edge.From == activity && edge.To != activity),
            };
            foreach (var edge in needed.OfType<MapEdge>())
            {
                kept.Add(edge);
                foreach (var end in new[] { edge.From, edge.To }.Where(shown.Add)) open.Enqueue(end);
            }
        }
    }
}
