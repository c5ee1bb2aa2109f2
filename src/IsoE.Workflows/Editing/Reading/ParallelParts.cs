using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Editing.Reading;

/// <summary>Which branch of which fork an activity stands on.</summary>
/// <param name="Fork">The innermost fork around it.</param>
/// <param name="Branch">The outcome of the fork that leads to it.</param>
/// <param name="Depth">How many forks stand around it.</param>
public sealed record ParallelPlace(string Fork, string Branch, int Depth);

/// <summary>Finds the parallel parts of a flow: what lies between a fork and where its branches meet.</summary>
public static class ParallelParts
{
    /// <returns>The place of each activity on a branch; others are missing.</returns>
    public static IReadOnlyDictionary<string, ParallelPlace> Of(FlowGraph graph)
    {
        var places = new Dictionary<string, ParallelPlace>(StringComparer.Ordinal);
        var forks = graph.Activities.Values.Where(activity => activity.Type.TypeName == "Elsa.FlowFork").ToList();
        if (forks.Count == 0 || graph.Start is null)
        {
            return places;
        }

        var reachable = graph.ReachableFrom([graph.Start.Id]);
        var (before, after) = (Dominators.Before(graph), Dominators.After(graph));
        foreach (var fork in forks.Where(fork => reachable.Contains(fork.Id)).OrderBy(fork => Depth(before, fork.Id)))
        {
            var depth = places.GetValueOrDefault(fork.Id)?.Depth + 1 ?? 1;
            var meeting = after.Of(fork.Id);
            foreach (var way in graph.Outbound(fork.Id).Where(graph.IsForward))
            {
                foreach (var id in Branch(graph, before, way.Target, fork.Id, meeting))
                {
                    places[id] = new ParallelPlace(fork.Id, way.Port, depth);
                }
            }
        }

        return places;
    }

    /// <summary>What a branch leads to before the branches meet, as far as only this branch leads there.</summary>
    private static HashSet<string> Branch(FlowGraph graph, Dominators before, string first, string fork, string? meeting)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([first]);
        while (open.TryPop(out var id))
        {
            if (id == meeting || id == fork || !Passes(before, id, first) || !seen.Add(id))
            {
                continue;
            }

            foreach (var way in graph.Outbound(id).Where(graph.IsForward))
            {
                open.Push(way.Target);
            }
        }

        return seen;
    }

    private static bool Passes(Dominators before, string id, string over)
    {
        for (string? at = id; at is not null; at = before.Of(at))
        {
            if (at == over)
            {
                return true;
            }
        }

        return false;
    }

    private static int Depth(Dominators before, string id)
    {
        var depth = 0;
        for (var at = before.Of(id); at is not null; at = before.Of(at))
        {
            depth++;
        }

        return depth;
    }
}
