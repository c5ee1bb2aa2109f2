namespace IsoE.Documents.Drawing.Flow;

/// <summary>Places on a line that keep their order and distances.</summary>
internal static class Spread
{
    /// <summary>
    /// Positions nearest (least squares, by weight) to the wished ones, in the given order, with at least
    /// <paramref name="distances"/>[i] between place i and place i + 1.
    /// </summary>
    /// <remarks>Pool adjacent violators: places that would stand too near move together to their common optimum.</remarks>
    public static double[] Apart(IReadOnlyList<double> wished, IReadOnlyList<double> weights, IReadOnlyList<double> distances)
    {
        var offsets = new double[wished.Count];
        for (var i = 1; i < wished.Count; i++)
            offsets[i] = offsets[i - 1] + distances[i - 1];
        var pools = new Stack<(double Mean, double Weight, int Count)>();
        for (var i = 0; i < wished.Count; i++)
        {
            var pool = (Mean: wished[i] - offsets[i], Weight: weights[i], Count: 1);
            while (pools.TryPeek(out var before) && before.Mean > pool.Mean)
            {
                pools.Pop();
                var weight = before.Weight + pool.Weight;
                pool = (((before.Mean * before.Weight) + (pool.Mean * pool.Weight)) / weight, weight, before.Count + pool.Count);
            }
            pools.Push(pool);
        }
        return [.. pools.Reverse().SelectMany(p => Enumerable.Repeat(p.Mean, p.Count)).Select((mean, i) => mean + offsets[i])];
    }
}
