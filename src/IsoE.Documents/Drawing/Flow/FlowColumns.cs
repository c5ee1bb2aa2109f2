namespace IsoE.Documents.Drawing.Flow;

/// <summary>Gives every box its horizontal place: the longest way runs straight down the middle, the rest beside it.</summary>
internal static class FlowColumns
{
    private const int Sweeps = 24;
    private const double SpineWeight = 1e6;

    public static void Place(List<List<FlowBox>> layers)
    {
        var spine = Spine(layers);
        foreach (var layer in layers)
            Settle(layer, layer.Select(_ => 0.0), spine);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var both = sweep >= Sweeps - 4;
            var down = sweep % 2 == 0;
            for (var i = 0; i < layers.Count; i++)
            {
                var layer = layers[down ? i : layers.Count - 1 - i];
                Settle(layer, layer.Select(b => Wish(b, both || down, both || !down)), spine);
            }
        }
        for (var pass = 0; pass < 3; pass++)
        {
            foreach (var chain in Chains(layers))
                Straighten(chain, layers);
        }
        foreach (var bar in layers.SelectMany(l => l).Where(b => b.IsBar))
            Widen(bar, layers[bar.Layer]);
    }

    /// <summary>The passages of each long edge, from top to bottom.</summary>
    private static IEnumerable<List<FlowBox>> Chains(List<List<FlowBox>> layers) => layers.SelectMany(l => l)
        .Where(b => b.Node is null).GroupBy(b => b.In[0].Route).Select(g => g.OrderBy(b => b.Layer).ToList());

    /// <summary>Puts a long edge on one vertical line, under its start if there is room, where its neighbours leave room at all.</summary>
    private static void Straighten(List<FlowBox> chain, List<List<FlowBox>> layers)
    {
        var (least, most) = (double.NegativeInfinity, double.PositiveInfinity);
        foreach (var box in chain)
        {
            var layer = layers[box.Layer];
            var place = layer.IndexOf(box);
            if (place > 0)
                least = Math.Max(least, layer[place - 1].X + FlowMeasures.Gap(layer[place - 1], box));
            if (place + 1 < layer.Count)
                most = Math.Min(most, layer[place + 1].X - FlowMeasures.Gap(box, layer[place + 1]));
        }
        if (least > most)
            return;
        var x = Math.Clamp(chain[0].In[0].From.X, least, most);
        chain.ForEach(b => b.X = x);
    }

    /// <summary>Stretches a bar over the branches that begin or end at it, as far as its neighbours allow.</summary>
    private static void Widen(FlowBox bar, List<FlowBox> layer)
    {
        const double beyond = 26;
        var place = layer.IndexOf(bar);
        var ends = bar.Out.Select(h => h.To.X).Concat(bar.In.Select(h => h.From.X)).Append(bar.X).ToList();
        var left = place > 0 ? layer[place - 1].X + (layer[place - 1].Width / 2) + 20 : double.NegativeInfinity;
        var right = place + 1 < layer.Count ? layer[place + 1].X - (layer[place + 1].Width / 2) - 20 : double.PositiveInfinity;
        (left, right) = (Math.Max(left, ends.Min() - beyond), Math.Min(right, ends.Max() + beyond));
        (bar.X, bar.Width) = ((left + right) / 2, right - left);
    }

    private static void Settle(List<FlowBox> layer, IEnumerable<double> wishes, HashSet<FlowBox> spine)
    {
        var wished = layer.Zip(wishes, (box, wish) => spine.Contains(box) ? 0 : wish).ToList();
        var weights = layer.Select(b => spine.Contains(b) ? SpineWeight : 1).ToList();
        var distances = layer.Zip(layer.Skip(1), FlowMeasures.Gap).ToList();
        var places = Spread.Apart(wished, weights, distances);
        for (var i = 0; i < layer.Count; i++)
            layer[i].X = Math.Round(places[i], 1);
    }

    private static double Wish(FlowBox box, bool above, bool below)
    {
        var neighbours = (above ? box.In.Select(h => (h.From.X, Weight: Weight(h))) : [])
            .Concat(below ? box.Out.Select(h => (h.To.X, Weight: Weight(h))) : []).ToList();
        return neighbours.Count == 0 ? box.X : neighbours.Sum(n => n.X * n.Weight) / neighbours.Sum(n => n.Weight);
    }

    // Long edges are pulled straight before short ones.
    private static double Weight(FlowHop hop) => (hop.From.Node, hop.To.Node) switch
    {
        (null, null) => 8,
        (null, _) or (_, null) => 2,
        _ => 1,
    };

    private static HashSet<FlowBox> Spine(List<List<FlowBox>> layers)
    {
        var length = new Dictionary<FlowBox, int>();
        foreach (var box in Enumerable.Reverse(layers).SelectMany(l => l))
            length[box] = (box.Node is null ? 0 : 1) + box.Out.Select(h => length[h.To]).DefaultIfEmpty().Max();
        var spine = new HashSet<FlowBox>();
        for (var at = layers[0].MaxBy(b => length[b]); at is not null; at = at.Out.Select(h => h.To).MaxBy(b => length[b]))
            spine.Add(at);
        return spine;
    }
}
