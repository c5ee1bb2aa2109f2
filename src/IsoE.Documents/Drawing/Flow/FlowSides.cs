namespace IsoE.Documents.Drawing.Flow;

/// <summary>Ways back: where they leave and enter at the sides of shapes, and the line they take.</summary>
internal static class FlowSides
{
    private const double Distance = 16;

    /// <summary>Spreads the lines at one side of one shape; those that come in above those that go out.</summary>
    public static void Place(IReadOnlyList<FlowReturn> returns)
    {
        var ends = returns.Where(r => r.EntersBySide).Select(r => (Box: r.Target, r.Side, Order: 0, Set: (Action<double>)(dy => r.Enter = dy)))
            .Concat(returns.Where(r => r.LeavesBySide).Select(r => (Box: r.Source, r.Side, Order: 1, Set: (Action<double>)(dy => r.Leave = dy))));
        foreach (var side in ends.GroupBy(e => (e.Box, e.Side)))
        {
            var ordered = side.OrderBy(e => e.Order).ToList();
            var distance = Math.Min(Distance, (side.Key.Box.Height - 12) / ordered.Count);
            for (var i = 0; i < ordered.Count; i++)
                ordered[i].Set((i - ((ordered.Count - 1) / 2.0)) * distance);
        }
    }

    public static void Trace(FlowReturn back, FlowSegment? leave, FlowSegment? enter)
    {
        var points = back.Route.Points;
        if (leave is null)
        {
            var start = (X: back.Source.X + (back.Side * back.Source.HalfWidthAt(back.Leave)), Y: back.Source.Y + back.Leave);
            points.AddRange([start, (back.Lane, start.Y)]);
            var lines = back.Route.LabelLines.Count;
            back.Route.LabelAt = (start.X + (back.Side * 8), start.Y - 5 - ((lines - 1) * FlowMeasures.LabelLine), back.Side < 0);
        }
        else
        {
            points.AddRange([(back.Leave, back.Source.BottomAt(back.Leave - back.Source.X)), (back.Leave, leave.Y), (back.Lane, leave.Y)]);
        }
        if (enter is null)
            points.AddRange([(back.Lane, back.Target.Y + back.Enter), (back.Target.X + (back.Side * back.Target.HalfWidthAt(back.Enter)), back.Target.Y + back.Enter)]);
        else
            points.AddRange([(back.Lane, enter.Y), (back.Enter, enter.Y), (back.Enter, back.Target.Y - back.Target.HalfHeightAt(back.Enter - back.Target.X))]);
    }
}
