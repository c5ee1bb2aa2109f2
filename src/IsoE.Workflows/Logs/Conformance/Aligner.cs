namespace IsoE.Workflows.Logs.Conformance;

/// <summary>Finds the run of a model that fits a trace best, by A* over the model's states and the places in the trace.</summary>
/// <remarks>
/// A skipped step and an extra event cost one each. The estimate of what is still to come never exceeds the truth and
/// never falls by more than a move costs: events of steps that can no longer come are extra, and where the shortest way
/// to the end has more steps than there are fitting events left, the difference is skipped.
/// </remarks>
public sealed class Aligner
{
    /// <summary>Places looked at before a trace is given up.</summary>
    public const int MostPlaces = 1_000_000;

    private const int Unreachable = int.MaxValue / 4;

    private readonly ProcedureModel _model;
    private readonly int[] _toEnd;
    private readonly int[] _reach;
    private readonly List<HashSet<string>> _reaches = [];

    public Aligner(ProcedureModel model)
    {
        _model = model;
        _toEnd = ShortestToEnd();
        _reach = Reaches();
    }

    /// <summary>Steps of the shortest run.</summary>
    public int ShortestRun => _toEnd[0];

    /// <summary>An alignment of least cost; null when the trace is too long for this model.</summary>
    public Alignment? Align(IReadOnlyList<string> trace)
    {
        var width = trace.Count + 1;
        var lost = _reaches.ConvertAll(reach => Lost(trace, reach));
        var open = new PriorityQueue<long, (int Estimate, int Left)>();
        var known = new Dictionary<long, (int Cost, long From, AlignedStep? Step)>();
        var done = new HashSet<long>();
        Arrive(0, 0, 0, -1, null);
        while (open.TryDequeue(out var place, out _))
        {
            if (!done.Add(place)) continue;
            if (done.Count > MostPlaces) return null;
            var (state, at) = ((int)(place / width), (int)(place % width));
            var cost = known[place].Cost;
            if (at == trace.Count && _model.Ends.Contains(state)) return Found(known, place, cost, trace.Count + ShortestRun);
            foreach (var move in _model.Moves[state])
            {
                if (move.Activity is not { } activity) Arrive(move.To, at, cost, place, null);
                else
                {
                    if (at < trace.Count && trace[at] == activity) Arrive(move.To, at + 1, cost, place, new AlignedStep(AlignedKind.Together, activity, at));
                    Arrive(move.To, at, cost + 1, place, new AlignedStep(AlignedKind.Skipped, activity, null));
                }
            }

            if (at < trace.Count) Arrive(state, at + 1, cost + 1, place, new AlignedStep(AlignedKind.Extra, trace[at], at));
        }

        return null;

        void Arrive(int state, int at, int cost, long from, AlignedStep? step)
        {
            var place = ((long)state * width) + at;
            if (_toEnd[state] >= Unreachable || (known.TryGetValue(place, out var other) && other.Cost <= cost)) return;
            known[place] = (cost, from, step);
            var extra = lost[_reach[state]][at];
            var skipped = Math.Max(0, _toEnd[state] - (trace.Count - at - extra));
            // Of equal estimates the one further on first: it is nearer to an end.
            open.Enqueue(place, (cost + extra + skipped, trace.Count - at));
        }
    }

    private static Alignment Found(Dictionary<long, (int Cost, long From, AlignedStep? Step)> known, long end, int cost, int worst)
    {
        var steps = new List<AlignedStep>();
        for (var place = end; place >= 0; place = known[place].From)
            if (known[place].Step is { } step) steps.Add(step);
        steps.Reverse();
        return new Alignment(steps, cost, worst);
    }

    /// <summary>From each place of the trace on, how many events are of steps outside the reach.</summary>
    private static int[] Lost(IReadOnlyList<string> trace, HashSet<string> reach)
    {
        var lost = new int[trace.Count + 1];
        for (var at = trace.Count - 1; at >= 0; at--) lost[at] = lost[at + 1] + (reach.Contains(trace[at]) ? 0 : 1);
        return lost;
    }

    /// <summary>For each state the fewest steps to an end.</summary>
    private int[] ShortestToEnd()
    {
        var before = _model.Moves.SelectMany((moves, from) => moves.Select(move => (from, move))).ToLookup(each => each.move.To);
        var least = Enumerable.Repeat(Unreachable, _model.Moves.Count).ToArray();
        var open = new PriorityQueue<int, int>();
        foreach (var end in _model.Ends) open.Enqueue(end, least[end] = 0);
        while (open.TryDequeue(out var state, out var steps))
        {
            if (steps > least[state]) continue;
            foreach (var (from, move) in before[state])
            {
                var through = steps + (move.Activity is null ? 0 : 1);
                if (through < least[from]) open.Enqueue(from, least[from] = through);
            }
        }

        return least;
    }

    /// <summary>For each state the number of the set of steps that can still come; equal sets have one number.</summary>
    private int[] Reaches()
    {
        var sets = _model.Moves.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToArray();
        var before = _model.Moves.SelectMany((moves, from) => moves.Select(move => (from, move))).ToLookup(each => each.move.To);
        var open = new Queue<int>(Enumerable.Range(0, sets.Length));
        while (open.TryDequeue(out var state))
        {
            foreach (var (from, move) in before[state])
            {
                var size = sets[from].Count;
                sets[from].UnionWith(sets[state]);
                if (move.Activity is { } activity) sets[from].Add(activity);
                if (sets[from].Count > size) open.Enqueue(from);
            }
        }

        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. sets.Select(set =>
        {
            var key = string.Join('\n', set.Order(StringComparer.Ordinal));
            if (numbers.TryGetValue(key, out var number)) return number;
            _reaches.Add(set);
            return numbers[key] = _reaches.Count - 1;
        })];
    }
}
