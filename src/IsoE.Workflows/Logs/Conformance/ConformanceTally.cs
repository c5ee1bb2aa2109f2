namespace IsoE.Workflows.Logs.Conformance;

/// <summary>A case that departs from the procedure.</summary>
public sealed record DeviatingCase(string CaseId, decimal Fitness, IReadOnlyList<Deviation> Deviations);

/// <summary>How often one departure occurs, and where to look.</summary>
/// <param name="Cases">Ids of the first cases with it, at most <see cref="ConformanceTally.MostNamed"/>.</param>
public sealed record DeviationCount(Deviation Deviation, int Count, IReadOnlyList<string> Cases);

/// <summary>How well cases fit a procedure.</summary>
/// <param name="Fitness">1 less the cost of all cases over the worst it could be; null without a case.</param>
/// <param name="Fitting">Cases without a departure.</param>
/// <param name="Unchecked">Cases too long to be compared.</param>
/// <param name="LeftOut">Events of activities that stand for no step.</param>
/// <param name="Deviations">The most frequent first.</param>
/// <param name="Worst">The cases that fit worst.</param>
public sealed record Conformance(
    int Cases, decimal? Fitness, int Fitting, int Unchecked, int LeftOut, IReadOnlyList<DeviationCount> Deviations, IReadOnlyList<DeviatingCase> Worst);

/// <summary>Compares cases with a procedure, one after the other. Cases that went the same way are compared once.</summary>
/// <param name="steps">The step each activity of the log stands for; what is not in it is left out.</param>
public sealed class ConformanceTally(ProcedureModel model, IReadOnlyDictionary<string, string> steps)
{
    /// <summary>Cases named for one departure, and cases in the list of the worst.</summary>
    public const int MostNamed = 100;

    private const int MostWays = 50_000;

    private readonly Aligner _aligner = new(model.Observing(steps.Values.ToHashSet(StringComparer.Ordinal)));
    private readonly Dictionary<string, Alignment?> _ways = new(StringComparer.Ordinal);
    private readonly Dictionary<Deviation, (int Count, List<string> Cases)> _deviations = [];
    private readonly List<DeviatingCase> _worst = [];
    private (int Cases, int Fitting, int Unchecked, int LeftOut) _counts;
    private (long Cost, long Worst) _sums;

    public void Add(LogCase @case)
    {
        var trace = @case.Events.Select(done => steps.GetValueOrDefault(done.Activity)).OfType<string>().ToList();
        _counts.Cases++;
        _counts.LeftOut += @case.Events.Count - trace.Count;
        if (AlignmentOf(trace) is not { } alignment)
        {
            _counts.Unchecked++;
            return;
        }

        _sums = (_sums.Cost + alignment.Cost, _sums.Worst + alignment.Worst);
        if (alignment.Cost == 0) _counts.Fitting++;
        else Note(@case.Id, alignment);
    }

    public Conformance Result() => new(
        _counts.Cases,
        _counts.Cases == _counts.Unchecked ? null : _sums.Worst == 0 ? 1 : 1 - ((decimal)_sums.Cost / _sums.Worst),
        _counts.Fitting,
        _counts.Unchecked,
        _counts.LeftOut,
        [
            .. _deviations.Select(each => new DeviationCount(each.Key, each.Value.Count, each.Value.Cases))
                .OrderByDescending(each => each.Count).ThenBy(each => each.Deviation.Activity, StringComparer.Ordinal).ThenBy(each => each.Deviation.Kind),
        ],
        [.. Sorted().Take(MostNamed)]);

    private Alignment? AlignmentOf(List<string> trace)
    {
        var key = string.Join('\n', trace);
        if (_ways.TryGetValue(key, out var known)) return known;
        var alignment = _aligner.Align(trace);
        if (_ways.Count < MostWays) _ways[key] = alignment;
        return alignment;
    }

    private void Note(string caseId, Alignment alignment)
    {
        var deviations = alignment.Deviations();
        foreach (var group in deviations.GroupBy(each => each))
        {
            var (count, cases) = _deviations.GetValueOrDefault(group.Key, (0, []));
            if (cases.Count < MostNamed) cases.Add(caseId);
            _deviations[group.Key] = (count + group.Count(), cases);
        }

        _worst.Add(new DeviatingCase(caseId, alignment.Fitness, deviations));
        if (_worst.Count < 4 * MostNamed) return;
        var kept = Sorted().Take(MostNamed).ToList();
        _worst.Clear();
        _worst.AddRange(kept);
    }

    private IEnumerable<DeviatingCase> Sorted() => _worst.OrderBy(each => each.Fitness).ThenBy(each => each.CaseId, StringComparer.Ordinal);
}
