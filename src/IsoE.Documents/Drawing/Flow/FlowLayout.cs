namespace IsoE.Documents.Drawing.Flow;

/// <summary>A diagram with every box and line in its place.</summary>
internal sealed class FlowLayout
{
    private const double Lead = 8;
    private const double ArrowRoom = 22;
    private const double LeastChannel = 36;

    private readonly FlowLayers _layers;
    private readonly List<FlowReturn> _returns;
    private readonly List<(FlowSegment Segment, FlowHop Hop)> _hops = [];
    private readonly Dictionary<FlowReturn, (FlowSegment? Leave, FlowSegment? Enter)> _ends = [];
    private readonly FlowLabels _labels;
    private readonly List<double> _cuts = [];

    private FlowLayout(FlowLayers layers)
    {
        _layers = layers;
        _returns = [.. layers.Routes.Where(r => r.Back).Select(r => new FlowReturn(r, layers.Box(r.Edge.From), layers.Box(r.Edge.To)))];
        _labels = new FlowLabels(layers.Layers, _returns);
    }

    /// <summary>Boxes from top to bottom and left to right.</summary>
    public IEnumerable<FlowBox> Boxes => _layers.Layers.SelectMany(l => l);

    public IReadOnlyList<FlowRoute> Routes => _layers.Routes;

    /// <summary>Left edge, right edge and lower edge of all that is drawn; the upper edge is 0.</summary>
    public (double Left, double Right, double Bottom) Bounds { get; private set; }

    /// <summary>Heights at which the drawing may be cut without cutting a shape or a label.</summary>
    public IReadOnlyList<double> Cuts => _cuts;

    public static FlowLayout Of(FlowDiagram diagram)
    {
        var layout = new FlowLayout(FlowLayers.Of(diagram));
        FlowColumns.Place(layout._layers.Layers);
        layout._returns.ForEach(r => r.ChooseSide(layout._layers.Layers));
        FlowPorts.Place(layout.Boxes, layout._returns);
        layout._labels.Place();
        layout.PlaceLanes();
        layout.PlaceTracks();
        layout.PlaceRows();
        layout.Trace();
        layout.Measure();
        return layout;
    }

    private void PlaceLanes()
    {
        var placed = new List<FlowReturn>();
        foreach (var back in _returns.OrderBy(r => r.Source.Layer - r.Target.Layer))
        {
            var reach = Enumerable.Range(back.Target.Layer, back.Source.Layer - back.Target.Layer + 1).Max(i => Reach(i, back.Side));
            var label = back.LeavesBySide ? (back.Side * back.Source.X) + (back.Source.Width / 2) + back.Route.LabelTextWidth + 18 : 0;
            var beside = placed.Where(p => p.Side == back.Side && p.Target.Layer <= back.Source.Layer && back.Target.Layer <= p.Source.Layer)
                .Select(p => Math.Abs(p.Lane) + 13).DefaultIfEmpty(0).Max();
            back.Lane = back.Side * new[] { reach + 22, label, beside }.Max();
            placed.Add(back);
        }
        FlowSides.Place(_returns);
    }

    // How far the boxes and labels of a layer reach to a side.
    private double Reach(int layer, int side)
    {
        var labels = _layers.Layers[layer].SelectMany(b => b.Out).Where(h => h.FirstOfRoute && h.Route.LabelLines.Count > 0)
            .Select(h => (side * h.Route.LabelAt.X) + (h.Route.LabelAt.ToLeft == side < 0 ? h.Route.LabelTextWidth : 0));
        return _layers.Layers[layer].Select(b => (side * b.X) + (b.Width / 2)).Concat(labels).Max();
    }

    private void PlaceTracks()
    {
        _hops.AddRange(_layers.Routes.SelectMany(r => r.Hops).Select(h => (new FlowSegment(h.From.Layer, h.FromX, h.ToX), h)));
        foreach (var back in _returns)
        {
            _ends[back] = (
                back.LeavesBySide ? null : new FlowSegment(back.Source.Layer, back.Leave, back.Lane),
                back.EntersBySide ? null : new FlowSegment(back.Target.Layer - 1, back.Lane, back.Enter));
        }
        foreach (var channel in Segments().Where(s => !s.Straight).GroupBy(s => s.Channel))
        {
            var placed = new List<FlowSegment>();
            foreach (var segment in channel.OrderBy(s => s.Rank))
            {
                segment.Track = placed.Where(segment.Meets).Select(s => s.Track + 1).DefaultIfEmpty(0).Max();
                placed.Add(segment);
            }
        }
    }

    private IEnumerable<FlowSegment> Segments() =>
        _hops.Select(h => h.Segment).Concat(_ends.Values.SelectMany(e => new[] { e.Leave, e.Enter }).OfType<FlowSegment>());

    private void PlaceRows()
    {
        var segments = Segments().ToLookup(s => s.Channel);
        var y = FlowMeasures.Margin;
        for (var i = -1; i < _layers.Layers.Count; i++)
        {
            if (i >= 0)
            {
                var height = _layers.Layers[i].Max(b => b.Height);
                _layers.Layers[i].ForEach(b => b.Y = y + (height / 2));
                y += height;
            }
            var tracks = segments[i].Where(s => !s.Straight).Select(s => s.Track + 1).DefaultIfEmpty(0).Max();
            var first = y + Lead + _labels.HeadRoom(i);
            foreach (var segment in segments[i])
                segment.Y = first + (segment.Track * FlowMeasures.Track);
            _labels.SetHeads(i, y + Lead);
            if (i + 1 < _layers.Layers.Count || tracks > 0)
                y = Math.Max(first + (tracks * FlowMeasures.Track) + ArrowRoom + _labels.FootRoom(i) - (tracks > 0 ? FlowMeasures.Track : 4), i < 0 ? y : y + LeastChannel);
            if (i < 0 && tracks == 0)
                y = FlowMeasures.Margin;
            _labels.SetFeet(i, y);
            _cuts.Add(y - (ArrowRoom / 2));
        }
        Bounds = (0, 0, y + FlowMeasures.Margin);
    }

    private void Trace()
    {
        foreach (var (segment, hop) in _hops)
        {
            var points = hop.Route.Points;
            if (hop.From.Node is not null)
                points.Add((hop.FromX, hop.From.BottomAt(hop.FromX - hop.From.X)));
            if (!segment.Straight)
                points.AddRange([(segment.From, segment.Y), (segment.To, segment.Y)]);
            if (hop.To.Node is not null)
                points.Add((hop.ToX, hop.To.Y - hop.To.HalfHeightAt(hop.ToX - hop.To.X)));
        }
        foreach (var back in _returns)
            FlowSides.Trace(back, _ends[back].Leave, _ends[back].Enter);
    }

    private void Measure()
    {
        var xs = Boxes.SelectMany(b => new[] { b.X - (b.Width / 2), b.X + (b.Width / 2) })
            .Concat(Routes.SelectMany(r => r.Points.Select(p => p.X)))
            .Concat(Routes.Where(r => r.LabelLines.Count > 0).Select(r => r.LabelAt.X + (r.LabelAt.ToLeft ? -r.LabelTextWidth : r.LabelTextWidth)))
            .ToList();
        Bounds = (xs.Min() - FlowMeasures.Margin, xs.Max() + FlowMeasures.Margin, Bounds.Bottom);
    }
}
