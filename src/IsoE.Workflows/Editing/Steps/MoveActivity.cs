using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Editing.Steps;

/// <summary>Moves a step one place up in the flow: before what comes before it, a whole parallel part counting as one.</summary>
public sealed record MoveUp(string Activity) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        var moving = new Moving(flow, Activity);
        var before = Dominators.Before(flow.Graph);
        var over = before.Of(Activity);
        while (over is not null && moving.IsMeeting(over))
        {
            over = before.Of(over);
        }

        if (over is null || over == flow.Graph.Start!.Id)
        {
            throw new RejectedException("first-already", new Text(
                "Bước này đã đứng đầu quy trình.", "The step is the first already."));
        }

        moving.Onto(flow.Graph.ForwardInbound(over));
    }
}

/// <summary>Moves a step one place down in the flow: behind what comes after it, a whole parallel part counting as one.</summary>
public sealed record MoveDown(string Activity) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        var moving = new Moving(flow, Activity);
        var ways = moving.Next is null ? [] : Beyond(flow, moving, moving.Next);
        if (ways.Count == 0)
        {
            throw new RejectedException("last-already", new Text(
                "Sau bước kế tiếp, quy trình kết thúc hoặc rẽ nhánh không gặp lại. Hãy chọn nơi đặt bước.",
                "After the next step the flow ends, or its branches never meet again. Choose where to put the step."));
        }

        moving.Onto(ways);
    }

    private static List<Connection> Beyond(FlowEditing flow, Moving moving, string over)
    {
        var ways = Forward(flow, over);
        if (ways.Select(way => way.Target).Distinct().Count() <= 1)
        {
            return ways;
        }

        var meeting = Dominators.After(flow.Graph).Of(over);
        return meeting is null ? []
            : moving.IsMeeting(meeting) ? Forward(flow, meeting)
            : [.. flow.Graph.ForwardInbound(meeting)];
    }

    private static List<Connection> Forward(FlowEditing flow, string activity) =>
        [.. flow.Graph.Outbound(activity).Where(flow.Graph.IsForward)];
}

/// <summary>Moves a step to any spot, also one that nothing led to so far.</summary>
public sealed record MoveTo(string Activity, Spot At) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        if (At.After == Activity)
        {
            throw new RejectedException("behind-itself", new Text(
                "Không đặt được bước sau chính nó. Hãy chọn bước khác.", "A step cannot follow itself. Choose another one."));
        }

        var (after, port) = flow.Resolve(At);
        var moving = new Moving(flow, Activity);
        if (!flow.From(after, port).Any() || flow.From(after, port).Any(link => link.Target != Activity))
        {
            moving.Onto(At);
        }
    }
}

/// <summary>A step on its way: taken out where it stood, its other outcomes and the ways back to it going along.</summary>
internal sealed class Moving
{
    private readonly FlowEditing flow;
    private readonly string id;
    private readonly IReadOnlyList<string> ports;

    public Moving(FlowEditing flow, string id)
    {
        (this.flow, this.id) = (flow, id);
        var activity = flow.Get(id);
        Next = flow.Next(id);
        if (activity == flow.Graph.Start || activity.Type.IsTerminal || (Next is null && flow.Graph.Outbound(id).Any()))
        {
            throw new RejectedException("cannot-move", new Text(
                "Bước này mở đầu, kết thúc hoặc rẽ nhiều lối nên không tự dời được. Hãy chọn lại từng kết quả dẫn tới đâu.",
                "This step starts, ends or forks the flow and cannot be moved as it is. Choose anew where each outcome leads."));
        }

        ports = flow.MainPorts(id, Next);
    }

    public string? Next { get; }

    /// <summary>Whether branches meet here and are waited for: nothing can stand between them and it.</summary>
    public bool IsMeeting(string activity) =>
        flow.Get(activity) is var met
        && (met.Type.TypeName == "Elsa.FlowJoin" || met.Type.MergeModeOf(met) is not MergeMode.Stream)
        && flow.Graph.ForwardInbound(activity).Select(way => way.Source).Distinct().Count() > 1;

    /// <summary>Puts it onto lines of the flow as it was.</summary>
    public void Onto(IEnumerable<Connection> ways)
    {
        var wanted = ways.ToHashSet();
        var lines = flow.Links.Where(link => wanted.Contains(link.Connection)).ToList();
        TakeOut();
        flow.Place(id, ports, lines);
    }

    public void Onto(Spot spot)
    {
        TakeOut();
        flow.Place(id, ports, spot);
    }

    // Its own lines to what followed stay: they are turned to what follows at the new place.
    private void TakeOut() =>
        flow.Bridge(flow.To(id).Where(link => link.Source != id && !IsWayBack(link)), Next);

    private bool IsWayBack(Link link) => flow.IsReachable(link.Source) && !flow.Graph.IsForward(link.Connection);
}
