using IsoE.Workflows.Definitions;
using IsoE.Workflows.Editing;
using IsoE.Workflows.Execution;
using IsoE.Workflows.Verification.Data;
using Activity = IsoE.Workflows.Definitions.Activity;

namespace IsoE.Workflows.Verification.Time;

/// <summary>A way through a flowchart with the working hours of its steps.</summary>
/// <param name="IsExact">False when there were too many ways to try; then the hours are those of the diagram.</param>
internal sealed record TimedWay(decimal Hours, FlowPath Path, bool IsExact);

/// <summary>
/// The longest way through a flowchart on which nothing is done twice: a round of rework or supplement is budgeted
/// on its own. Branches side by side count as the longest of them, because a way goes through one of them; a race
/// lasts no longer than its quickest branch.
/// </summary>
/// <param name="following">How decisions are followed on the way; null lets each go every way.</param>
internal sealed class LongestWay(Activity flowchart, StepHours hours, WayDecisions? following)
{
    private const int MostWays = 20_000;

    private readonly FlowGraph graph = FlowGraph.Of(flowchart);
    private readonly Lazy<Dominators> passed = new(() => Dominators.Everywhere(FlowGraph.Of(flowchart)));
    private readonly Dictionary<string, decimal> own = [];
    private readonly Dictionary<string, IReadOnlySet<string>> loops = new(StringComparer.Ordinal);

    /// <summary>The longest way along forward connections, whatever the conditions.</summary>
    public TimedWay OfDiagram()
    {
        var (until, before) = Arrivals();
        if (until.Count == 0)
        {
            return new TimedWay(0, FlowPath.None, true);
        }

        var ways = new Stack<Connection>();
        var last = until.MaxBy(pair => pair.Value).Key;
        for (var id = last; before.GetValueOrDefault(id) is { } way; id = way.Source)
        {
            ways.Push(way);
        }

        return new TimedWay(until[last], new FlowPath([graph.Start!.Id, .. ways.Select(way => way.Target)], [.. ways]), true);
    }

    /// <summary>The longest way that can really be gone.</summary>
    public TimedWay OfRuns()
    {
        if (graph.Start is null)
        {
            return new TimedWay(0, FlowPath.None, true);
        }

        var (ends, (caps, cuts)) = (Remaining(), Caps());
        var open = new PriorityQueue<Step, (decimal, int)>();
        var gone = new Dictionary<string, decimal>(StringComparer.Ordinal);
        Add(new Step(graph.Start.Id, OwnOf(graph.Start.Id), following!.AtStart, null, null));
        Step? best = null;
        for (var tried = 0; open.TryDequeue(out var step, out var promise); tried++)
        {
            if (best is not null && -promise.Item1 <= best.Hours)
            {
                break;
            }

            if (tried == MostWays)
            {
                return OfDiagram() with { IsExact = false };
            }

            best = best is null || step.Hours > best.Hours || (step.Hours == best.Hours && step.Before == best) ? step : best;
            Behind(step, caps, cuts).ToList().ForEach(Add);
        }

        return new TimedWay(best!.Hours, best.Path, true);

        void Add(Step step)
        {
            // Of two that promise the same the one that has come further: it is soon at the end.
            var key = step.KeyIn(loops[step.Id]);
            if (!gone.TryGetValue(key, out var before) || step.Hours > before)
            {
                gone[key] = step.Hours;
                open.Enqueue(step, (-(step.Hours + ends[step.Id]), -step.Length));
            }
        }
    }

    private IEnumerable<Step> Behind(Step step, Dictionary<string, decimal> caps, Dictionary<string, decimal> cuts)
    {
        foreach (var (outcomes, knowledge) in following!.After(graph.Activities[step.Id], step.Knowledge))
        {
            foreach (var way in Ways(step.Id).Where(c => outcomes.Contains(c.Port) && !step.Passed(c.Target, loops[step.Id])))
            {
                var arrived = caps.TryGetValue(way.Target, out var cap) ? Math.Min(step.Hours, cap) : step.Hours;
                var ended = Math.Min(arrived + OwnOf(way.Target), cuts.GetValueOrDefault(way.Target, decimal.MaxValue));
                yield return new Step(way.Target, ended, following.Kept(way.Target, knowledge), way, step);
            }
        }
    }

    // What every way here has passed already cannot be passed again.
    private IEnumerable<Connection> Ways(string id) => graph.Outbound(id).Where(c => graph.IsForward(c) || !passed.Value.Passes(c.Target, id));

    private decimal OwnOf(string id) =>
        own.TryGetValue(id, out var known) ? known : own[id] = hours.Of(graph.Activities[id]);

    /// <summary>Hours until the end of each activity, and the connection by which the longest way comes.</summary>
    private (Dictionary<string, decimal> Until, Dictionary<string, Connection> Before) Arrivals()
    {
        var until = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var before = new Dictionary<string, Connection>(StringComparer.Ordinal);
        var concurrency = new Concurrency(graph);
        foreach (var id in InOrder())
        {
            var groups = IsRace(id) ? concurrency.Rivals(graph.Activities[id]) : [[.. graph.ForwardInbound(id)]];
            var latest = groups.Select(group => group.Where(c => until.ContainsKey(c.Source)).MaxBy(c => until[c.Source])).OfType<Connection>().ToList();
            var way = latest.MinBy(c => until[c.Source]);
            until[id] = OwnOf(id) + (way is null ? 0 : until[way.Source]);
            if (way is not null)
            {
                before[id] = way;
            }

            foreach (var cut in IsRace(id) ? concurrency.CutOffBy(graph.Activities[id]).ToList() : [])
            {
                until[cut] = Math.Min(until[cut], until[id] - OwnOf(id));
            }
        }

        return (until, before);
    }

    /// <summary>The hours after which a race has surely been won, and by which what it cuts off is over.</summary>
    private (Dictionary<string, decimal> Won, Dictionary<string, decimal> Cut) Caps()
    {
        var races = graph.Activities.Values.Where(activity => IsRace(activity.Id)).ToList();
        if (races.Count == 0)
        {
            return ([], []);
        }

        var (until, concurrency) = (Arrivals().Until, new Concurrency(graph));
        return (
            races.Where(race => until.ContainsKey(race.Id)).ToDictionary(race => race.Id, race => until[race.Id] - OwnOf(race.Id)),
            races.SelectMany(concurrency.CutOffBy).Distinct().ToDictionary(id => id, id => until[id]));
    }

    private bool IsRace(string id) =>
        graph.Activities[id].Type.MergeModeOf(graph.Activities[id]) == MergeMode.Race && graph.ForwardInbound(id).Skip(1).Any();

    /// <summary>Every activity that can be reached, after all that lead to it forward.</summary>
    private List<string> InOrder()
    {
        var order = new List<string>();
        if (graph.Start is null)
        {
            return order;
        }

        var missing = graph.Activities.Keys.ToDictionary(id => id, id => graph.ForwardInbound(id).Count(), StringComparer.Ordinal);
        var open = new Queue<string>([graph.Start.Id]);
        while (open.TryDequeue(out var id))
        {
            order.Add(id);
            foreach (var way in graph.Outbound(id).Where(graph.IsForward))
            {
                if (--missing[way.Target] == 0)
                {
                    open.Enqueue(way.Target);
                }
            }
        }

        return order;
    }

    /// <summary>At least the hours still to come behind each activity: all of its loop, then the longest way on.</summary>
    private Dictionary<string, decimal> Remaining()
    {
        var remaining = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var loop in Components.LastFirst(graph.Start!.Id, id => Ways(id).Select(c => c.Target)))
        {
            var on = loop.SelectMany(Ways).Where(c => !loop.Contains(c.Target))
                .Select(c => remaining[c.Target] + OwnOf(c.Target)).DefaultIfEmpty().Max();
            var all = loop.Sum(OwnOf);
            foreach (var id in loop)
            {
                remaining[id] = on + all - OwnOf(id);
                loops[id] = loop;
            }
        }

        return remaining;
    }

    /// <summary>A way up to the end of one activity.</summary>
    private sealed record Step(string Id, decimal Hours, Knowledge Knowledge, Connection? Way, Step? Before)
    {
        public int Length { get; } = 1 + (Before?.Length ?? 0);

        public FlowPath Path
        {
            get
            {
                var ways = Steps.Select(step => step.Way).OfType<Connection>().Reverse().ToList();
                return new FlowPath([.. Steps.Select(step => step.Id).Reverse()], ways);
            }
        }

        /// <summary>Ways with the same key go on alike; of them only the longest counts.</summary>
        public string KeyIn(IReadOnlySet<string> loop) => loop.Count == 1
            ? $"{Id}|{Knowledge.Key}"
            : $"{Id}|{Knowledge.Key}|{string.Join(',', Within(loop).Order(StringComparer.Ordinal))}";

        public bool Passed(string id, IReadOnlySet<string> loop) => id == Id || (loop.Contains(id) && Within(loop).Contains(id));

        private IEnumerable<string> Within(IReadOnlySet<string> loop) =>
            Steps.Select(step => step.Id).TakeWhile(loop.Contains);

        private IEnumerable<Step> Steps
        {
            get
            {
                for (var step = this; step is not null; step = step.Before)
                {
                    yield return step;
                }
            }
        }
    }
}
