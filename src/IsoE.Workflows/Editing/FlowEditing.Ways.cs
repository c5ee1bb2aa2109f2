using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Editing;

/// <summary>How activities are taken out of the flow and put into it.</summary>
internal sealed partial class FlowEditing
{
    /// <summary>The activity and outcome a spot means.</summary>
    /// <exception cref="RejectedException">The outcome is missing or unknown, or nothing can follow there.</exception>
    public (string After, string Port) Resolve(Spot spot)
    {
        var activity = Get(spot.After);
        if (activity.Type.IsTerminal)
        {
            throw new RejectedException("nothing-follows", new Text(
                "Sau điểm kết thúc không thể có bước nào. Hãy chọn bước khác.", "Nothing can follow an end. Choose another step."));
        }

        return (spot.After, Outcome(activity, spot.Outcome));
    }

    /// <summary>The outcome asked for, or the only one.</summary>
    public static string Outcome(Activity activity, string? wanted)
    {
        var outcomes = activity.Outcomes ?? [];
        return wanted is null && outcomes.Count == 1 ? outcomes[0]
            : wanted is { Length: > 0 } && (activity.Outcomes is null || outcomes.Contains(wanted)) ? wanted
            : throw new RejectedException("outcome-needed", new Text(
                $"Hãy chọn một kết quả của bước “{activity.Id}”: {string.Join(", ", outcomes)}.",
                $"Choose an outcome of the step “{activity.Id}”: {string.Join(", ", outcomes)}."));
    }

    /// <summary>Where the flow goes on after an activity, ways back left aside; null unless it is one place.</summary>
    public string? Next(string id)
    {
        var ways = Graph.Outbound(id).Where(way => way.Target != id).ToList();
        var forward = ways.Where(Graph.IsForward).ToList();
        var targets = (forward.Count > 0 || IsReachable(id) ? forward : ways).Select(way => way.Target).Distinct().ToList();
        return targets is [var next] ? next : null;
    }

    /// <summary>The outcomes by which an activity goes on to <paramref name="next"/>; its only one when it leads nowhere yet.</summary>
    public IReadOnlyList<string> MainPorts(string id, string? next)
    {
        var ports = From(id).Where(link => link.Target == next).Select(link => link.Port).Distinct().ToList();
        return ports.Count == 0 && Get(id).Outcomes is [var only] && !From(id, only).Any() ? [only] : ports;
    }

    /// <summary>Lets the lines that come in lead on to <paramref name="next"/>; without it they go. None becomes a loop on one activity.</summary>
    public void Bridge(IEnumerable<Link> inbound, string? next)
    {
        foreach (var link in inbound.ToList())
        {
            if (next is null || link.Source == next)
            {
                Remove(link);
            }
            else
            {
                Retarget(link, next);
            }
        }
    }

    /// <summary>Puts an activity onto lines: they lead to it, and it goes on by <paramref name="ports"/> where they led.</summary>
    /// <param name="exit">The activity that goes on, when a whole part is put there; the same when null.</param>
    public void Place(string id, IReadOnlyList<string> ports, IReadOnlyList<Link> lines, string? exit = null)
    {
        var targets = lines.Select(line => line.Target).Where(target => target != id).Distinct().ToList();
        foreach (var line in lines)
        {
            Retarget(line, id);
        }

        foreach (var port in ports)
        {
            LeadOn(exit ?? id, port, targets);
        }
    }

    /// <summary>Puts an activity onto a spot.</summary>
    public void Place(string id, IReadOnlyList<string> ports, Spot spot, string? exit = null)
    {
        var (after, port) = Resolve(spot);
        var lines = From(after, port).ToList();
        Place(id, ports, lines, exit);
        if (lines.Count == 0)
        {
            Connect(after, port, id);
        }
    }

    /// <summary>Lets an outcome lead to exactly these activities.</summary>
    public void LeadOn(string id, string port, IReadOnlyList<string> targets)
    {
        var old = From(id, port).ToList();
        foreach (var (link, i) in old.Select((link, i) => (link, i)))
        {
            if (i >= targets.Count)
            {
                Remove(link);
            }
            else if (!targets.Contains(link.Target))
            {
                Retarget(link, targets[i]);
            }
        }

        foreach (var target in targets)
        {
            Connect(id, port, target);
        }
    }

    public bool IsReachable(string id) => Graph.Start is { } start && Graph.ReachableFrom([start.Id]).Contains(id);
}
