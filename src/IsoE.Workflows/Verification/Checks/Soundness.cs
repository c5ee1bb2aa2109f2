using IsoE.Workflows.Verification.Data;
using IsoE.Workflows.Verification.StateSpace;

namespace IsoE.Workflows.Verification.Checks;

/// <summary>
/// Whether the flow always ends, and ends properly: exact on the states a definition can be in, with every outcome
/// and every value that can be entered.
/// </summary>
internal static class Soundness
{
    public static (IEnumerable<Finding> Findings, FlowRuns Runs) Of(Subject subject)
    {
        var (findings, exploration) = Walk(subject, subject.Data);
        if (findings.Count > 0 || exploration.IsComplete)
        {
            return (findings.Count > 0 ? findings : NeverTaken(subject, exploration), new FlowRuns(subject.Definition, exploration));
        }

        // Too many combinations of values: every condition may then go every way, which finds rather too much.
        (findings, exploration) = Walk(subject, new DataModel(subject.Definition, subject.Context, _ => false));
        return (
            findings.Count > 0 ? findings : [exploration.IsComplete ? SoundnessFindings.ConditionsNotFollowed() : SoundnessFindings.TooMany()],
            new FlowRuns(subject.Definition, exploration));
    }

    private static (IReadOnlyCollection<Finding> Findings, Exploration Exploration) Walk(Subject subject, DataModel data)
    {
        var findings = new Dictionary<(string Code, string At), Finding>();
        var said = new SoundnessFindings(subject.Definition);
        var exploration = Exploration.Of(subject.Definition.Root, new Space(data), (state, burst) =>
        {
            foreach (var (at, finding) in Noted(said, state, burst))
            {
                findings.TryAdd((finding.Code, at), finding);
            }
        });
        AddEndless(said, exploration, findings);
        AddStuck(said, exploration, findings);
        return (findings.Values, exploration);
    }

    private static IEnumerable<(string At, Finding Finding)> Noted(SoundnessFindings said, Reached state, Burst burst)
    {
        foreach (var (merge, missing) in burst.Dead)
        {
            yield return (merge, said.Deadlock(state, merge, missing));
        }

        foreach (var id in burst.Doubled.Distinct())
        {
            yield return (id, said.Doubled(state, id));
        }

        foreach (var (activity, input, reason) in burst.Failed)
        {
            yield return (activity.Id, SoundnessFindings.Fails(state, activity, input, reason));
        }

        foreach (var (activity, values) in burst.Uncovered)
        {
            yield return (activity.Id, SoundnessFindings.Uncovered(state, activity, values));
        }

        if (burst.LeftBehind.Count > 0)
        {
            yield return (burst.Started[^1], said.LeftBehind(state, burst));
        }
    }

    private static void AddEndless(SoundnessFindings said, Exploration exploration, Dictionary<(string, string), Finding> findings)
    {
        foreach (var (from, move, loop) in exploration.Endless)
        {
            var at = move?.ActivityId ?? "";
            findings.TryAdd((FindingCodes.Livelock, at), said.Endless(from, move, loop));
        }
    }

    /// <summary>States from which no state that has ended can be reached.</summary>
    private static void AddStuck(SoundnessFindings said, Exploration exploration, Dictionary<(string, string), Finding> findings)
    {
        if (!exploration.IsComplete)
        {
            return;
        }

        var leads = exploration.LeadToEnd();
        var stuck = exploration.States.FirstOrDefault(state => !leads.Contains(state));
        if (stuck is not null && exploration.Endless.Count == 0)
        {
            var finding = said.Stuck(stuck);
            findings.TryAdd((finding.Code, ""), finding);
        }
    }

    /// <summary>Branches no value leads to, and activities never started; where there is one of the former it explains the latter.</summary>
    private static IEnumerable<Finding> NeverTaken(Subject subject, Exploration exploration)
    {
        var dead = subject.All
            .Where(activity => exploration.Started.Contains(activity.Id) && subject.Data.Decides(activity))
            .SelectMany(activity => Conditions.Branches(activity)
                .Where(branch => !exploration.Taken.Contains((activity.Id, branch)) && (branch != "Default" || Conditions.HasDefault(subject, activity)))
                .Except(Conditions.KnownDead(activity))
                .Select(branch => Conditions.Dead(activity, branch))).ToList();
        return dead.Count > 0 ? dead : NeverStarted(subject, exploration.Started);
    }

    private static IEnumerable<Finding> NeverStarted(Subject subject, HashSet<string> started)
    {
        var unreachable = Reachability.Unreachable(subject).Select(activity => activity.Id).ToHashSet();
        return subject.All
            .Where(activity => !started.Contains(activity.Id) && !unreachable.Contains(activity.Id))
            .Select(activity => SoundnessFindings.NeverStarts(activity));
    }
}
