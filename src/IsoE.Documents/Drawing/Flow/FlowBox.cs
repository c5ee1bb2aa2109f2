namespace IsoE.Documents.Drawing.Flow;

/// <summary>A place in the layout: a node, or the point where a long edge passes a layer.</summary>
internal sealed class FlowBox(FlowNode? node, double width, double height)
{
    public FlowNode? Node { get; } = node;

    public double Width { get; set; } = width;

    public double Height { get; } = height;

    public int Layer { get; set; }

    /// <summary>Horizontal centre.</summary>
    public double X { get; set; }

    /// <summary>Vertical centre.</summary>
    public double Y { get; set; }

    public List<FlowHop> Out { get; } = [];

    public List<FlowHop> In { get; } = [];

    public bool IsBar => Node?.Kind is FlowNodeKind.Fork or FlowNodeKind.Join;

    /// <summary>Half the height of the shape at a horizontal distance from its centre.</summary>
    public double HalfHeightAt(double dx) =>
        Node?.Kind == FlowNodeKind.Decision ? Height / 2 * (1 - (Math.Abs(dx) / (Width / 2))) : Height / 2;

    /// <summary>Where a line leaves downwards; inside a record's wavy edge, which is drawn over it.</summary>
    public double BottomAt(double dx) => Y + HalfHeightAt(dx) - (Node?.Kind == FlowNodeKind.Record ? 10 : 0);

    /// <summary>Half the width of the shape at a vertical distance from its centre.</summary>
    public double HalfWidthAt(double dy) =>
        Node?.Kind == FlowNodeKind.Decision ? Width / 2 * (1 - (Math.Abs(dy) / (Height / 2))) : Width / 2;
}

/// <summary>The part of an edge between two neighbouring layers.</summary>
internal sealed class FlowHop(FlowRoute route, FlowBox from, FlowBox to)
{
    public FlowRoute Route { get; } = route;

    public FlowBox From { get; } = from;

    public FlowBox To { get; } = to;

    /// <summary>Where the hop leaves the upper box and reaches the lower one.</summary>
    public double FromX { get; set; }

    public double ToX { get; set; }

    public bool FirstOfRoute => From.Node is not null;
}

/// <summary>An edge with its way through the layout.</summary>
internal sealed class FlowRoute(FlowEdge edge)
{
    public FlowEdge Edge { get; } = edge;

    /// <summary>A way back is drawn at the side and has no hops.</summary>
    public bool Back { get; set; }

    public List<FlowHop> Hops { get; } = [];

    public List<(double X, double Y)> Points { get; } = [];

    public IReadOnlyList<string> LabelLines { get; } = edge.Label.Length == 0 ? [] : TextBlock.WrapEvenly(edge.Label, FlowMeasures.LabelSize, FlowMeasures.LabelWidth);

    public double LabelTextWidth => LabelLines.Count == 0 ? 0 : LabelLines.Max(l => TextBlock.Width(l, FlowMeasures.LabelSize));

    /// <summary>The label stands above the shape that the line reaches, not under the one it leaves.</summary>
    public bool LabelAtEnd { get; set; }

    /// <summary>Where the label's first line begins, and whether it grows to the left.</summary>
    public (double X, double Y, bool ToLeft) LabelAt { get; set; }
}
