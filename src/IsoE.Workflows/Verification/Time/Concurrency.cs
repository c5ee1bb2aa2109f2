using IsoE.Workflows.Activities;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Editing;
using IsoE.Workflows.Execution;
using Activity = IsoE.Workflows.Definitions.Activity;

namespace IsoE.Workflows.Verification.Time;

/// <summary>Which parts of a flowchart run beside each other.</summary>
internal sealed class Concurrency(FlowGraph graph)
{
    private readonly Lazy<Dominators> dominators = new(() => Dominators.Before(graph));

    /// <summary>Activities that some other branch of the same fork does not lead to: they run beside that branch.</summary>
    public IReadOnlySet<string> InBranches()
    {
        var inside = new HashSet<string>(StringComparer.Ordinal);
        foreach (var branches in graph.Activities.Values.Select(BranchesOf).Where(branches => branches.Count > 1))
        {
            var reached = branches.Select(Behind).ToList();
            var everywhere = reached.Aggregate(new HashSet<string>(reached[0]), (common, next) =>
            {
                common.IntersectWith(next);
                return common;
            });
            inside.UnionWith(reached.SelectMany(ids => ids).Except(everywhere));
        }

        return inside;
    }

    /// <summary>
    /// The inbound connections of a race by the branch of the fork they come from; one group when they cannot be told
    /// apart, which then is no race.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<Connection>> Rivals(Activity race)
    {
        var inbound = graph.ForwardInbound(race.Id).ToList();
        if (dominators.Value.Of(race.Id) is not { } fork || BranchesOf(graph.Activities[fork]) is not { Count: > 1 } branches)
        {
            return [inbound];
        }

        var reached = branches.Select(branch => (branch, Behind(branch))).ToList();
        var groups = inbound.Select(c => (c, From: reached.Where(b => b.branch == c || b.Item2.Contains(c.Source)).Select(b => b.branch).ToList())).ToList();
        return groups.TrueForAll(group => group.From.Count == 1)
            ? [.. groups.GroupBy(group => group.From[0], group => group.c).Select(group => group.ToList())]
            : [inbound];
    }

    /// <summary>
    /// What is cut off when the race is won: everything between the fork and the race, provided that nothing there leads
    /// anywhere else, so that the race is surely run.
    /// </summary>
    public IReadOnlySet<string> CutOffBy(Activity race)
    {
        var between = new HashSet<string>(StringComparer.Ordinal);
        if (Rivals(race).Count < 2)
        {
            return between;
        }

        var open = new Stack<string>(BranchesOf(graph.Activities[dominators.Value.Of(race.Id)!]).Select(branch => branch.Target));
        while (open.TryPop(out var id))
        {
            if (id != race.Id && between.Add(id))
            {
                graph.Outbound(id).Where(graph.IsForward).ToList().ForEach(way => open.Push(way.Target));
            }
        }

        bool Leaves(string id) => !graph.Outbound(id).Any() || graph.Outbound(id).Any(way => way.Target != race.Id && !between.Contains(way.Target));
        return between.Any(Leaves) ? new HashSet<string>() : between;
    }

    /// <summary>Connections followed at once when the activity ends, whatever its outcome.</summary>
    private List<Connection> BranchesOf(Activity activity)
    {
        var forward = graph.Outbound(activity.Id).Where(graph.IsForward).ToList();
        return activity.Type is FlowFork || activity.LiteralText("mode") is SwitchMode.MatchAny or "1"
            ? forward
            : forward.GroupBy(c => c.Port).MaxBy(port => port.Count())?.ToList() ?? [];
    }

    private HashSet<string> Behind(Connection branch)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { branch.Target };
        var open = new Stack<string>([branch.Target]);
        while (open.TryPop(out var id))
        {
            foreach (var target in graph.Outbound(id).Where(graph.IsForward).Select(c => c.Target).Where(reached.Add))
            {
                open.Push(target);
            }
        }

        return reached;
    }
}
