using IsoE.Workflows.Activities;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;
using IsoE.Workflows.Verification.StateSpace;

namespace IsoE.Workflows.Verification;

/// <summary>All runs of a definition, for questions about what happens in one and the same run.</summary>
public sealed class FlowRuns
{
    private readonly WorkflowDefinition definition;
    private readonly Exploration exploration;

    internal FlowRuns(WorkflowDefinition definition, Exploration exploration) =>
        (this.definition, this.exploration) = (definition, exploration);

    /// <summary>False when there are more runs than were looked at.</summary>
    public bool IsComplete => exploration.IsComplete;

    /// <summary>Whether in some run the first step is done before the second: before it on a way, or beside it.</summary>
    public bool CanPrecede(string first, string second)
    {
        if (definition.Root.Type is not Flowchart)
        {
            return true;
        }

        var graph = FlowGraph.Of(definition.Root);
        var (from, to) = (OnDiagram(first), OnDiagram(second));
        return graph.ReachableFrom(graph.Outbound(from).Select(c => c.Target)).Contains(to)
            || !graph.ReachableFrom(graph.Outbound(to).Select(c => c.Target)).Contains(from);
    }

    /// <summary>The shortest run in which all the steps are completed, up to the last of them; null when there is none.</summary>
    public FlowPath? Through(IReadOnlyList<string> steps)
    {
        var all = (1 << steps.Count) - 1;
        var seen = new HashSet<(Reached, int)>();
        var open = new Queue<Way>();
        foreach (var start in exploration.States.Where(state => state.From is null))
        {
            open.Enqueue(new Way(start, start, 0, null));
        }

        while (open.TryDequeue(out var way))
        {
            if (way.Done == all)
            {
                return way.Path;
            }

            foreach (var (to, arrived) in way.At.Next)
            {
                var step = arrived.Move is { } move ? steps.ToList().IndexOf(move.ActivityId) : -1;
                var done = step < 0 ? way.Done : way.Done | (1 << step);
                if (seen.Add((to, done)))
                {
                    open.Enqueue(new Way(to, arrived, done, way));
                }
            }
        }

        return null;
    }

    private string OnDiagram(string id) =>
        definition.Root.Activities.FirstOrDefault(activity => activity.SelfAndDescendants().Any(inside => inside.Id == id))?.Id ?? id;

    /// <param name="Arrived">The last move, with what it started.</param>
    private sealed record Way(Reached At, Reached Arrived, int Done, Way? Before)
    {
        public FlowPath Path
        {
            get
            {
                var moves = new Stack<Reached>();
                for (var way = this; way is not null; way = way.Before)
                {
                    moves.Push(way.Arrived);
                }

                return new FlowPath(
                    [.. moves.SelectMany(move => move.Started).Skip(1)], [.. moves.SelectMany(move => move.Followed)]);
            }
        }
    }
}
