namespace IsoE.Documents.Drawing.Flow;

/// <summary>
/// Labels of lines: in rows under the shape that the line leaves, none over another; a label that would stand on a
/// neighbouring line goes to the end of its own line.
/// </summary>
internal sealed class FlowLabels(List<List<FlowBox>> layers, List<FlowReturn> returns)
{
    private readonly Dictionary<int, double> _heads = [];

    /// <summary>Height that labels need under a layer.</summary>
    public double HeadRoom(int layer) => _heads.GetValueOrDefault(layer) is > 0 and var room ? room + 4 : 0;

    /// <summary>Height that labels need above the layer below this one.</summary>
    public double FootRoom(int layer) => Feet(layer).Select(h => h.Route.LabelLines.Count * FlowMeasures.LabelLine).DefaultIfEmpty(0).Max();

    public void Place()
    {
        for (var layer = 0; layer < layers.Count; layer++)
        {
            var rows = new List<(double From, double To, double Bottom)>();
            foreach (var (route, x, offset) in Labels(layer).ToList())
                PlaceHead(route, x, offset, rows);
            _heads[layer] = rows.Select(r => r.Bottom).DefaultIfEmpty(0).Max();
        }
    }

    public void SetHeads(int layer, double top)
    {
        if (layer < 0)
            return;
        foreach (var (route, _, _) in Labels(layer).Where(l => !l.Route.LabelAtEnd))
            route.LabelAt = route.LabelAt with { Y = top + FlowMeasures.LabelSize + route.LabelAt.Y };
    }

    public void SetFeet(int layer, double bottom)
    {
        foreach (var hop in Feet(layer))
            hop.Route.LabelAt = (hop.ToX + 5, bottom - 14 - ((hop.Route.LabelLines.Count - 1) * FlowMeasures.LabelLine), false);
    }

    private void PlaceHead(FlowRoute route, double x, double offset, List<(double From, double To, double Bottom)> rows)
    {
        var left = FlowPorts.GrowsLeft(offset);
        var (from, to) = left ? (x - 5 - route.LabelTextWidth, x - 5) : (x + 5, x + 5 + route.LabelTextWidth);
        if (route.Hops.Count > 0 && route.Hops[^1].To.In.Count == 1 && Ports(route.Hops[0].From).Any(p => p > from && p < to))
        {
            route.LabelAtEnd = true;
            route.LabelAt = (route.Hops[^1].ToX + 5, 0, false);
            return;
        }
        var top = rows.Where(r => r.From < to + 4 && from < r.To + 4).Select(r => r.Bottom).DefaultIfEmpty(0).Max();
        rows.Add((from, to, top + (route.LabelLines.Count * FlowMeasures.LabelLine)));
        route.LabelAt = (left ? to : from, top, left);
    }

    private IEnumerable<double> Ports(FlowBox box) =>
        box.Out.Select(h => h.FromX).Concat(returns.Where(r => r.Source == box && !r.LeavesBySide).Select(r => r.Leave));

    private IEnumerable<(FlowRoute Route, double X, double Offset)> Labels(int layer) =>
        layers[layer].SelectMany(b => b.Out).Where(h => h.FirstOfRoute).Select(h => (h.Route, X: h.FromX, Offset: h.To.X - h.From.X))
            .Concat(returns.Where(r => !r.LeavesBySide && r.Source.Layer == layer).Select(r => (r.Route, X: r.Leave, Offset: (double)r.Side)))
            .Where(l => l.Route.LabelLines.Count > 0);

    private IEnumerable<FlowHop> Feet(int layer) =>
        layer < 0 ? [] : layers[layer].SelectMany(b => b.Out).Where(h => h.To.Node is not null && h.Route.LabelAtEnd);
}
