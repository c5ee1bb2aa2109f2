using System.Runtime.CompilerServices;
using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Execution;

/// <summary>The connections of one flowchart as the token rules need them.</summary>
/// <remarks>
/// A connection is backward when, walking breadth-first from the start, it would close a cycle of the connections
/// taken before it. This is Elsa's definition; a merge never waits for a backward connection.
/// </remarks>
public sealed class FlowGraph
{
    private static readonly ConditionalWeakTable<Activity, FlowGraph> Known = [];

    private readonly ILookup<string, Connection> inbound;
    private readonly ILookup<string, Connection> outbound;
    private readonly ILookup<string, Connection> forwardInbound;

    private FlowGraph(Activity flowchart)
    {
        Connections = [.. flowchart.Connections.Distinct()];
        Activities = flowchart.Activities.ToDictionary(a => a.Id, StringComparer.Ordinal);
        outbound = Connections.ToLookup(c => c.Source, StringComparer.Ordinal);
        inbound = Connections.ToLookup(c => c.Target, StringComparer.Ordinal);
        Start = FindStart(flowchart);
        var forward = Start is null ? [] : Forward(Start.Id);
        forwardInbound = Connections.Where(forward.Contains).ToLookup(c => c.Target, StringComparer.Ordinal);
    }

    /// <summary>Each connection once, in the order of the file.</summary>
    public IReadOnlyList<Connection> Connections { get; }

    public IReadOnlyDictionary<string, Activity> Activities { get; }

    /// <summary>
    /// Where the flowchart begins: the first <c>Elsa.Start</c>, else the first that can start a workflow, else the
    /// first without inbound connection, else the first. Null when it is empty.
    /// </summary>
    public Activity? Start { get; }

    public static FlowGraph Of(Activity flowchart) => Known.GetValue(flowchart, f => new FlowGraph(f));

    public IEnumerable<Connection> Inbound(string activityId) => inbound[activityId];

    public IEnumerable<Connection> Outbound(string activityId) => outbound[activityId];

    /// <summary>Inbound connections that close no cycle and can be reached from the start.</summary>
    public IEnumerable<Connection> ForwardInbound(string activityId) => forwardInbound[activityId];

    public bool IsForward(Connection connection) => forwardInbound[connection.Target].Contains(connection);

    /// <summary>Every activity from which forward connections lead to this one.</summary>
    public IReadOnlySet<string> Ancestors(string activityId) =>
        Closure([activityId], id => forwardInbound[id].Select(c => c.Source));

    /// <summary>The given activities and every activity that connections lead to from them.</summary>
    public IReadOnlySet<string> ReachableFrom(IEnumerable<string> activityIds)
    {
        var from = activityIds.ToList();
        var reached = Closure(from, id => outbound[id].Select(c => c.Target));
        reached.UnionWith(from);
        return reached;
    }

    private Activity? FindStart(Activity flowchart) =>
        flowchart.Activities.FirstOrDefault(a => a.Type.IsStart)
        ?? flowchart.Activities.FirstOrDefault(a => a.CanStartWorkflow)
        ?? flowchart.Activities.FirstOrDefault(a => !inbound[a.Id].Any())
        ?? (flowchart.Activities is [var first, ..] ? first : null);

    private HashSet<Connection> Forward(string start)
    {
        var taken = new HashSet<(string, string)>();
        var successors = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal) { start };
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var source))
        {
            foreach (var target in outbound[source].Select(c => c.Target))
            {
                if (taken.Contains((source, target)) || LeadsTo(target, source, successors))
                {
                    continue;
                }

                taken.Add((source, target));
                successors.TryAdd(source, []);
                successors[source].Add(target);
                if (visited.Add(target))
                {
                    queue.Enqueue(target);
                }
            }
        }

        return [.. Connections.Where(c => taken.Contains((c.Source, c.Target)))];
    }

    private static bool LeadsTo(string from, string to, Dictionary<string, List<string>> successors) =>
        from == to || Closure([from], id => successors.GetValueOrDefault(id, [])).Contains(to);

    private static HashSet<string> Closure(IEnumerable<string> from, Func<string, IEnumerable<string>> next)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(from);
        while (open.TryPop(out var id))
        {
            foreach (var neighbour in next(id))
            {
                if (reached.Add(neighbour))
                {
                    open.Push(neighbour);
                }
            }
        }

        return reached;
    }
}
