using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Verification.StateSpace;

/// <summary>A state that can be reached, and the shortest way found to it.</summary>
/// <param name="Root">What runs; null when the workflow has ended.</param>
internal sealed record Reached(
    Going? Root, Reached? From, Move? Move, IReadOnlyList<string> Started, IReadOnlyList<Connection> Followed)
{
    /// <summary>States that one more move leads to.</summary>
    public List<Reached> Next { get; } = [];

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
    private readonly Action<Reached, Burst> note;
    private int bursts;
    private int most = MostBursts;

    /// <param name="note">Is told of every burst and the state it led to, once each.</param>
    private Exploration(Action<Reached, Burst> note) => this.note = note;

    public IReadOnlyCollection<Reached> States => known.Values;

    /// <summary>Every activity that starts at some time.</summary>
    public HashSet<string> Started { get; } = new(StringComparer.Ordinal);

    /// <summary>False when not all states were looked at.</summary>
    public bool IsComplete => bursts <= most;

    /// <summary>Moves after which automatic activities go round for ever, whatever is decided, and those activities.</summary>
    public List<(Reached? From, Move? Move, IReadOnlyList<string> Loop)> Endless { get; } = [];

    public static Exploration Of(Activity root, Action<Reached, Burst> note)
    {
        var exploration = new Exploration(note);
        exploration.Walk(null, null, (burst, _) => burst.Begin(root), null);
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
            .SelectMany(state => state.Next.Select(next => (state, next)))
            .ToLookup(pair => pair.next, pair => pair.state);
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
        var first = Independence.FirstToGo(state.Root);
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
        foreach (var going in waiting.Except(Independence.FirstToGo(ignored.Root)))
        {
            Complete(ignored, waiting, going);
        }

        return true;
    }

    private void Complete(Reached state, List<Going> waiting, Going going)
    {
        var index = waiting.IndexOf(going);
        var graph = going.Parent?.Activity.Type is Activities.Flowchart ? going.Parent.Graph : null;
        foreach (var outcome in going.Activity.PossibleOutcomes(graph).DefaultIfEmpty(""))
        {
            var move = new Move(going.Activity.Id, outcome);
            Walk(state, move, (burst, root) => burst.Resume(root!.Waiting.ElementAt(index), outcome), state.Root);
        }
    }

    /// <summary>Walks every way one move can go.</summary>
    private void Walk(Reached? from, Move? move, Action<Burst, Going?> act, Going? root)
    {
        var (choices, visited) = (new Choices(), new HashSet<string>(StringComparer.Ordinal));
        var (rested, last) = (false, new List<string>());
        do
        {
            bursts++;
            var copy = root?.Copy();
            var burst = new Burst(copy, choices, visited);
            act(burst, copy);
            last = burst.Started;
            Started.UnionWith(burst.Started);
            if (burst.End is BurstEnd.Waits or BurstEnd.Finished)
            {
                rested = true;
                Reach(from, move, burst);
            }
        }
        while (choices.Advance() && IsComplete);

        if (!rested)
        {
            Endless.Add((from, move, [.. last.TakeLast(50).Distinct()]));
        }
    }

    private void Reach(Reached? from, Move? move, Burst burst)
    {
        var key = burst.Root is null ? "" : Going.KeyOf(burst.Root);
        var isNew = !known.TryGetValue(key, out var state);
        var arrived = new Reached(burst.Root, from, move, burst.Started, burst.Followed);
        state ??= arrived;
        note(arrived, burst);
        state.IsBroken |= arrived.IsBroken;
        most = arrived.IsBroken ? Math.Min(most, bursts + MoreBursts) : most;
        from?.Next.Add(state);
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
