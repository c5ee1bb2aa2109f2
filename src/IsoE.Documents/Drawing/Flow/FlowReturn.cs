namespace IsoE.Documents.Drawing.Flow;

/// <summary>A way back, drawn along the side of the diagram.</summary>
internal sealed class FlowReturn(FlowRoute route, FlowBox source, FlowBox target)
{
    public FlowRoute Route { get; } = route;

    public FlowBox Source { get; } = source;

    public FlowBox Target { get; } = target;

    /// <summary>1 at the right of the diagram, -1 at its left.</summary>
    public int Side { get; private set; } = 1;

    /// <summary>No box stands between the shape and the side; otherwise the way goes through the space between layers.</summary>
    public bool LeavesBySide { get; private set; }

    public bool EntersBySide { get; private set; }

    public double Lane { get; set; }

    /// <summary>Where it leaves and enters: a vertical distance from the centre at the side, else a horizontal place.</summary>
    public double Leave { get; set; }

    public double Enter { get; set; }

    public void ChooseSide(List<List<FlowBox>> layers)
    {
        var (own, other) = (layers[Source.Layer], layers[Target.Layer]);
        if (own[^1] != Source && own[0] == Source && other[0] == Target)
            Side = -1;
        LeavesBySide = (Side > 0 ? own[^1] : own[0]) == Source && !Source.IsBar;
        EntersBySide = (Side > 0 ? other[^1] : other[0]) == Target && !Target.IsBar;
    }
}

/// <summary>A horizontal piece of a line in the space between two layers.</summary>
internal sealed class FlowSegment(int channel, double from, double to)
{
    public int Channel { get; } = channel;

    public double From { get; } = from;

    public double To { get; } = to;

    public int Track { get; set; }

    public double Y { get; set; }

    public bool Straight => Math.Abs(From - To) < 0.5;

    public bool Meets(FlowSegment other) =>
        Math.Min(From, To) < Math.Max(other.From, other.To) + 6 && Math.Min(other.From, other.To) < Math.Max(From, To) + 6;

    /// <summary>Order from the top in which segments cross fewest verticals of each other.</summary>
    public double Rank => To > From ? -From : From;
}
