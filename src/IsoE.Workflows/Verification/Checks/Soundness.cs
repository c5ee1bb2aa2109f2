using IsoE.Workflows.Verification.StateSpace;

namespace IsoE.Workflows.Verification.Checks;

/// <summary>
/// Whether the flow always ends, and ends properly: exact on the states a definition can be in, with every decision
/// going every way.
/// </summary>
internal sealed class Soundness : ICheck
{
    public IEnumerable<Finding> Run(Subject subject)
    {
        var findings = new Dictionary<(string Code, string At), Finding>();
        var exploration = Exploration.Of(subject.Definition.Root, (state, burst) =>
        {
            foreach (var (at, finding) in Noted(state, burst))
            {
                findings.TryAdd((finding.Code, at), finding);
            }
        });
        AddEndless(exploration, findings);
        AddStuck(exploration, findings);
        return findings.Count > 0 ? findings.Values
            : exploration.IsComplete ? NeverStarted(subject, exploration.Started)
            : [TooMany()];
    }

    private static IEnumerable<(string At, Finding Finding)> Noted(Reached state, Burst burst)
    {
        state.IsBroken = burst.Dead.Count > 0 || burst.Doubled.Count > 0 || burst.LeftBehind.Count > 0;
        foreach (var (merge, missing) in burst.Dead)
        {
            yield return (merge, SoundnessFindings.Deadlock(state, merge, missing));
        }

        foreach (var id in burst.Doubled.Distinct())
        {
            yield return (id, SoundnessFindings.Doubled(state, id));
        }

        if (burst.LeftBehind.Count > 0)
        {
            yield return (burst.Started[^1], SoundnessFindings.LeftBehind(state, burst));
        }
    }

    private static void AddEndless(Exploration exploration, Dictionary<(string, string), Finding> findings)
    {
        foreach (var (from, move, loop) in exploration.Endless)
        {
            var at = move?.ActivityId ?? "";
            findings.TryAdd((FindingCodes.Livelock, at), SoundnessFindings.Endless(from, move, loop));
        }
    }

    /// <summary>States from which no state that has ended can be reached.</summary>
    private static void AddStuck(Exploration exploration, Dictionary<(string, string), Finding> findings)
    {
        if (!exploration.IsComplete)
        {
            return;
        }

        var leads = exploration.LeadToEnd();
        var stuck = exploration.States.FirstOrDefault(state => !leads.Contains(state));
        if (stuck is not null && exploration.Endless.Count == 0)
        {
            var finding = SoundnessFindings.Stuck(stuck);
            findings.TryAdd((finding.Code, ""), finding);
        }
    }

    private static IEnumerable<Finding> NeverStarted(Subject subject, HashSet<string> started)
    {
        var unreachable = Reachability.Unreachable(subject).Select(activity => activity.Id).ToHashSet();
        return subject.All
            .Where(activity => !started.Contains(activity.Id) && !unreachable.Contains(activity.Id))
            .Select(activity => SoundnessFindings.NeverStarts(activity.Id));
    }

    private static Finding TooMany() => new(FindingCodes.TooManyStates, Severity.Warning, new Text(
        $"Lưu đồ có quá nhiều trạng thái nên chỉ kiểm tra được {Exploration.MostBursts} bước chuyển đầu tiên; hãy tách thành quy trình con.",
        $"The flow has too many states: only the first {Exploration.MostBursts} moves were looked at; move parts into sub-procedures."),
        []);
}
