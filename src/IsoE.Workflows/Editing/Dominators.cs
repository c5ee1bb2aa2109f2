using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Editing;

/// <summary>The activities that every way to, or every way from, an activity passes.</summary>
internal sealed class Dominators
{
    private readonly Dictionary<string, string> immediate = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> order = new(StringComparer.Ordinal);

    private Dominators(string root, Func<string, IEnumerable<string>> next, Func<string, IEnumerable<string>> previous)
    {
        var nodes = new List<string>();
        Number(root, next, nodes);
        nodes.Reverse();
        for (var i = 0; i < nodes.Count; i++)
        {
            order[nodes[i]] = i;
        }

        immediate[root] = root;
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var node in nodes.Skip(1))
            {
                var dominator = previous(node).Where(immediate.ContainsKey).Aggregate(Meet);
                changed |= !immediate.TryGetValue(node, out var known) || known != dominator;
                immediate[node] = dominator;
            }
        }
    }

    /// <summary>By what every way from the start to an activity goes.</summary>
    public static Dominators Before(FlowGraph graph) => new(
        graph.Start!.Id,
        id => graph.Outbound(id).Where(graph.IsForward).Select(way => way.Target),
        id => graph.ForwardInbound(id).Select(way => way.Source));

    /// <summary>By what every way from the start to an activity goes, ways back included.</summary>
    public static Dominators Everywhere(FlowGraph graph) => new(
        graph.Start!.Id,
        id => graph.Outbound(id).Select(way => way.Target),
        id => graph.Inbound(id).Select(way => way.Source));

    /// <summary>By what every way from an activity to an end goes; the end of all ways is the empty id.</summary>
    public static Dominators After(FlowGraph graph)
    {
        var reached = graph.ReachableFrom([graph.Start!.Id]);
        IEnumerable<string> Forward(string id) => graph.Outbound(id).Where(graph.IsForward).Select(way => way.Target);
        var ends = reached.Where(id => !Forward(id).Any()).ToList();
        return new Dominators(
            "",
            id => id.Length == 0 ? ends : graph.ForwardInbound(id).Select(way => way.Source),
            id => Forward(id) is var targets && targets.Any() ? targets : [""]);
    }

    /// <summary>The nearest activity that all ways pass; null when there is none.</summary>
    public string? Of(string id) => immediate.GetValueOrDefault(id) is { Length: > 0 } found && found != id ? found : null;

    /// <summary>Whether every way to the second activity passes the first.</summary>
    public bool Passes(string first, string second)
    {
        while (order[second] > order[first])
        {
            second = immediate[second];
        }

        return first == second;
    }

    private string Meet(string a, string b)
    {
        while (a != b)
        {
            if (order[a] > order[b])
            {
                a = immediate[a];
            }
            else
            {
                b = immediate[b];
            }
        }

        return a;
    }

    // Without recursion: flows may be thousands of activities long.
    private static void Number(string root, Func<string, IEnumerable<string>> next, List<string> finished)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { root };
        var open = new Stack<(string Node, IEnumerator<string> Next)>();
        open.Push((root, next(root).GetEnumerator()));
        while (open.TryPeek(out var top))
        {
            if (!top.Next.MoveNext())
            {
                finished.Add(open.Pop().Node);
            }
            else if (seen.Add(top.Next.Current))
            {
                open.Push((top.Next.Current, next(top.Next.Current).GetEnumerator()));
            }
        }
    }
}
