namespace IsoE.Documents.Drawing.Flow;

/// <summary>Decides where on a shape each line begins and ends, so that lines run straight and labels have room.</summary>
internal static class FlowPorts
{
    private const double Distance = 18;

    // A line this little off is drawn straight, off the centre, rather than with a kink.
    private const double Kink = 26;

    public static void Place(IEnumerable<FlowBox> boxes, IReadOnlyList<FlowReturn> returns)
    {
        var nodes = boxes.ToList();
        foreach (var box in nodes)
            PlaceOut(box, returns);
        foreach (var box in nodes)
            PlaceIn(box, returns);
    }

    private static void PlaceOut(FlowBox box, IReadOnlyList<FlowReturn> returns)
    {
        if (box.Node is null)
        {
            foreach (var hop in box.Out)
                hop.FromX = box.X;
            return;
        }
        var wishes = box.Out.Select(h => new Wish(h.To.X - box.X, h.Route, x => h.FromX = x))
            .Concat(returns.Where(r => r.Source == box && !r.LeavesBySide).Select(r => new Wish(r.Side * 1e6, r.Route, x => r.Leave = x)));
        Assign(box, wishes, withLabels: true);
    }

    private static void PlaceIn(FlowBox box, IReadOnlyList<FlowReturn> returns)
    {
        if (box.Node is null)
        {
            foreach (var hop in box.In)
                hop.ToX = box.X;
            return;
        }
        var wishes = box.In.Select(h => new Wish(h.FromX - box.X, h.Route, x => h.ToX = x))
            .Concat(returns.Where(r => r.Target == box && !r.EntersBySide).Select(r => new Wish(r.Side * 1e6, r.Route, x => r.Enter = x)));
        Assign(box, wishes, withLabels: false);
    }

    private static void Assign(FlowBox box, IEnumerable<Wish> unordered, bool withLabels)
    {
        var wishes = unordered.OrderBy(w => w.Offset).ToList();
        if (wishes.Count == 0)
            return;
        var half = Half(box);
        if (wishes.Count == 1)
        {
            wishes[0].Set(box.X + (Math.Abs(wishes[0].Offset) <= (box.IsBar ? half : Math.Min(Kink, half)) ? wishes[0].Offset : 0));
            return;
        }
        var far = box.IsBar ? half : half * 0.6;
        var wished = wishes.Select(w => Math.Abs(w.Offset) <= half ? w.Offset : Math.Sign(w.Offset) * far).ToList();
        var weights = wished.Select(w => Math.Abs(w) < 1 ? 1000.0 : 1).ToList();
        var places = Spread.Apart(wished, weights, Distances(wishes, half, withLabels));
        var shift = places[^1] > half ? half - places[^1] : places[0] < -half ? -half - places[0] : 0;
        for (var i = 0; i < wishes.Count; i++)
            wishes[i].Set(box.X + Math.Round(places[i] + shift, 1));
    }

    /// <summary>Distances with room for labels where the shape is wide enough; labels without room go into rows.</summary>
    private static List<double> Distances(List<Wish> wishes, double half, bool withLabels)
    {
        var distances = wishes.Zip(wishes.Skip(1), (a, b) => Apart(a, b, withLabels)).ToList();
        var middle = wishes.FindIndex(w => Math.Abs(w.Offset) < 1);
        if (middle < 0)
            return Fitted(distances, 2 * half);
        return [.. Fitted(distances[..middle], half), .. Fitted(distances[middle..], half)];
    }

    private static List<double> Fitted(List<double> distances, double room)
    {
        if (distances.Sum() <= room)
            return distances;
        var plain = Math.Min(Distance, room / distances.Count);
        return [.. distances.Select(_ => plain)];
    }

    private static double Apart(Wish left, Wish right, bool withLabels) => Distance + (withLabels
        ? (left.LabelToLeft ? 0 : left.Route.LabelTextWidth) + (right.LabelToLeft ? right.Route.LabelTextWidth : 0)
        : 0);

    private static double Half(FlowBox box) => box.Node!.Kind switch
    {
        FlowNodeKind.Decision => box.Width * 0.32,
        FlowNodeKind.Fork or FlowNodeKind.Join => (box.Width / 2) - 8,
        FlowNodeKind.Start or FlowNodeKind.End => Math.Max(0, (box.Width / 2) - (box.Height / 2)),
        _ => (box.Width / 2) - 14,
    };

    private sealed record Wish(double Offset, FlowRoute Route, Action<double> Set)
    {
        public bool LabelToLeft => GrowsLeft(Offset);
    }

    /// <summary>Whether the label of a line that goes this far aside stands at the left of it.</summary>
    public static bool GrowsLeft(double offset) => offset < -1;
}
