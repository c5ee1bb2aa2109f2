using IsoE.Workflows.Definitions;
using IsoE.Workflows.Verification.Data;

namespace IsoE.Workflows.Verification.StateSpace;

/// <summary>A state that can be reached, and the shortest way found to it.</summary>
/// <param name="Root">What runs; null when the workflow has ended.</param>
/// <param name="Move">What happened last; null at the start, and when a decision was taken.</param>
internal sealed record Reached(
    Going? Root, Knowledge Knowledge, Reached? From, Move? Move, IReadOnlyList<string> Started, IReadOnlyList<Connection> Followed)
{
    /// <summary>States that one more move leads to, each as it was arrived at from here.</summary>
    public List<(Reached To, Reached Arrived)> Next { get; } = [];

    /// <summary>Something wrong was found here; what comes after it would only repeat it.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Only a part of what waits here was walked; the rest stays possible in what follows.</summary>
    public bool IsReduced { get; set; }

    public IReadOnlyList<Move> Moves => [.. Way.Select(reached => reached.Move).OfType<Move>()];

    /// <summary>Every activity started on the way, without the root, and the connections that led to them.</summary>
    public FlowPath Path => new(
        [.. Way.SelectMany(reached => reached.Started).Skip(1)],
        [.. Way.SelectMany(reached => reached.Followed), .. Root?.All.SelectMany(going => going.Tokens) ?? []]);

    private IEnumerable<Reached> Way
    {
        get
        {
            var way = new Stack<Reached>();
            for (var at = this; at is not null; at = at.From)
            {
                way.Push(at);
            }

            return way;
        }
    }
}

/// <summary>All states a definition can be in, as far as they matter for soundness.</summary>
internal sealed class Exploration
{
    /// <summary>Most bursts that are walked: a few seconds.</summary>
    public const int MostBursts = 40_000;

    /// <summary>Bursts still walked after something wrong was found, to tell of more than one thing.</summary>
    private const int MoreBursts = 1_000;

    private readonly Dictionary<string, Reached> known = new(StringComparer.Ordinal);
    private readonly Queue<Reached> open = new();
    private readonly Space space;
    private readonly Action<Reached, Burst> note;
    private readonly bool everyOrder;
    private int bursts;
    private int most = MostBursts;

    private Exploration(Space space, Action<Reached, Burst> note, bool everyOrder) =>
        (this.space, this.note, this.everyOrder) = (space, note, everyOrder);

    public IReadOnlyCollection<Reached> States => known.Values;

    /// <summary>Every activity that starts at some time.</summary>
    public HashSet<string> Started { get; } = new(StringComparer.Ordinal);

    /// <summary>The outcomes that decisions end with at some time.</summary>
    public HashSet<(string ActivityId, string Outcome)> Taken { get; } = [];

    /// <summary>False when not all states were looked at.</summary>
    public bool IsComplete => bursts <= most;

    /// <summary>Moves after which automatic activities go round for ever, and those activities.</summary>
    public List<(Reached? From, Move? Move, IReadOnlyList<string> Loop)> Endless { get; } = [];

    /// <param name="note">Is told of every burst and the state it led to, once each.</param>
    /// <param name="everyOrder">
    /// Whether parts that do not disturb each other are walked in every order: soundness needs one, a trace may have any.
    /// </param>
    public static Exploration Of(Activity root, Space space, Action<Reached, Burst> note, bool everyOrder = false)
    {
        var exploration = new Exploration(space, note, everyOrder);
        exploration.Walk(null, null, (burst, _) => burst.Begin(root));
        do
        {
            while (exploration.IsComplete && exploration.open.TryDequeue(out var state))
            {
                exploration.Expand(state);
            }
        }
        while (exploration.IsComplete && exploration.ExpandIgnored());

        return exploration;
    }

    /// <summary>States from which a state that has ended, or that is broken, can be reached.</summary>
    public HashSet<Reached> LeadToEnd()
    {
        var before = known.Values
            .SelectMany(state => state.Next.Select(next => (state, next.To)))
            .ToLookup(pair => pair.To, pair => pair.state);
        var leads = known.Values.Where(state => state.Root is null || state.IsBroken).ToHashSet();
        var queue = new Queue<Reached>(leads);
        while (queue.TryDequeue(out var state))
        {
            foreach (var previous in before[state].Where(leads.Add))
            {
                queue.Enqueue(previous);
            }
        }

        return leads;
    }

    private void Expand(Reached state)
    {
        var waiting = state.Root!.Waiting.ToList();
        var first = everyOrder ? waiting : space.Independence.FirstToGo(state.Root);
        state.IsReduced = first.Count < waiting.Count;
        foreach (var going in first)
        {
            Complete(state, waiting, going);
        }
    }

    // A part that only goes round would keep the others waiting for ever: then they are walked as well.
    private bool ExpandIgnored()
    {
        var leads = LeadToEnd();
        if (known.Values.FirstOrDefault(state => state.IsReduced && !leads.Contains(state)) is not { } ignored)
        {
            return false;
        }

        ignored.IsReduced = false;
        var waiting = ignored.Root!.Waiting.ToList();
        foreach (var going in waiting.Except(space.Independence.FirstToGo(ignored.Root)))
        {
            Complete(ignored, waiting, going);
        }

        return true;
    }

    private void Complete(Reached state, List<Going> waiting, Going going)
    {
        var index = waiting.IndexOf(going);
        if (going.IsPending)
        {
            Walk(state, null, (burst, root) => burst.Decide(root!.Waiting.ElementAt(index)));
            return;
        }

        var graph = going.Parent?.Activity.Type is Activities.Flowchart ? going.Parent.Graph : null;
        foreach (var outcome in going.Activity.PossibleOutcomes(graph).DefaultIfEmpty(""))
        {
            Resume(state, index, new Move(going.Activity.Id, outcome));
            if (going.Activity.TimesOutWith(outcome) && space.Data.WrittenBy(going.Activity).Any())
            {
                Resume(state, index, new Move(going.Activity.Id, outcome, TimedOut: true));
            }
        }
    }

    private void Resume(Reached state, int index, Move move) =>
        Walk(state, move, (burst, root) => burst.Resume(root!.Waiting.ElementAt(index), move.Outcome, move.TimedOut));

    /// <summary>Walks every way one move can go.</summary>
    private void Walk(Reached? from, Move? move, Action<Burst, Going?> act)
    {
        var (choices, visited) = (new Choices(), new HashSet<string>(StringComparer.Ordinal));
        do
        {
            bursts++;
            var copy = from?.Root!.Copy();
            var burst = new Burst(space, copy, from?.Knowledge ?? Knowledge.Nothing, choices, visited);
            act(burst, copy);
            Started.UnionWith(burst.Started);
            Taken.UnionWith(burst.Taken);
            if (burst.End is BurstEnd.Waits or BurstEnd.Finished)
            {
                Reach(from, move, burst);
            }
            else if (burst.End == BurstEnd.RunsForEver)
            {
                Endless.Add((from, move, [.. burst.Started.TakeLast(50).Distinct()]));
            }
        }
        while (choices.Advance() && IsComplete);
    }

    private void Reach(Reached? from, Move? move, Burst burst)
    {
        var knowledge = burst.Root is null ? Knowledge.Nothing : burst.Knowledge.Only(space.Liveness.At(burst.Root, []));
        var key = burst.Root is null ? "" : Going.KeyOf(burst.Root) + knowledge.Key;
        var isNew = !known.TryGetValue(key, out var state);
        var arrived = new Reached(burst.Root, knowledge, from, move, burst.Started, burst.Followed);
        state ??= arrived;
        arrived.IsBroken = burst.IsBroken;
        note(arrived, burst);
        state.IsBroken |= arrived.IsBroken;
        most = arrived.IsBroken ? Math.Min(most, bursts + MoreBursts) : most;
        from?.Next.Add((state, arrived));
        if (isNew)
        {
            known.Add(key, state);
            if (state.Root is not null && !state.IsBroken)
            {
                open.Enqueue(state);
            }
        }
    }
}
