using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Execution;

/// <summary>The token rules of one running flowchart.</summary>
/// <remarks>
/// Tokens wait at their target until the target's merge mode lets it start, and are consumed then. An activity that
/// has begun and not ended counts as on its way to everything directly behind it.
/// </remarks>
internal sealed class FlowchartRun(ActivityRun flowchart)
{
    public const string DeadMerge = "dead-merge";

    private readonly FlowGraph graph = FlowGraph.Of(flowchart.Activity);
    private readonly Burst burst = flowchart.Burst;

    /// <summary>Follows every connection whose source port is among the outcomes.</summary>
    public void Leave(Activity activity, IReadOnlyList<string> outcomes)
    {
        foreach (var connection in graph.Outbound(activity.Id).Where(c => outcomes.Contains(c.Port)))
        {
            burst.Raise(new TokenEmitted(
                flowchart.Id,
                $"t{Values.Of(burst.State.TokensEmitted + 1)}",
                connection.Source,
                connection.Port,
                connection.Target));
        }
    }

    /// <summary>Starts what the oldest startable token waits for; ends the flowchart when nothing is left.</summary>
    public void Advance()
    {
        var waiting = new WaitingTokens(Tokens, Open);
        foreach (var token in waiting.OldestOfEachConnection)
        {
            if (Ready(token, waiting) is { } consumed)
            {
                burst.ScheduleTokens(flowchart.Id);
                Begin(token, consumed);
                return;
            }
        }

        if (Open.Any() || waiting.Any)
        {
            FaultDeadMerges();
        }
        else
        {
            flowchart.Complete("Done");
        }
    }

    /// <summary>A person decided to go on with the branches that have arrived at a dead merge.</summary>
    public void GoOnWithout(ActivityRun merge)
    {
        ConsumeAll(new WaitingTokens(Tokens, Open).OldestOfEachConnection.Where(t => t.TargetActivityId == merge.Activity.Id));
        burst.Attempt(merge.Id, run => run.Activity.Type.Execute(run));
    }

    private IEnumerable<Token> Tokens => burst.State.Tokens.Where(t => t.FlowchartInstanceId == flowchart.Id);

    private IEnumerable<ActivityInstance> Open => burst.State.Activities.Values.Where(a => a.ParentId == flowchart.Id);

    private MergeMode ModeOf(string activityId)
    {
        var activity = graph.Activities[activityId];
        return activity.Type.MergeModeOf(activity);
    }

    /// <returns>The tokens the start consumes, or null when the target has to wait.</returns>
    private List<Token>? Ready(Token token, WaitingTokens waiting)
    {
        var target = token.TargetActivityId;
        return ModeOf(target) switch
        {
            MergeMode.Cascade => [token],
            MergeMode.Race => waiting.At(target),

            // What comes back over a backward connection starts the merge by itself: its branches have already met.
            MergeMode.Merge when !graph.IsForward(WaitingTokens.ConnectionOf(token)) => [token],
            MergeMode.Merge => waiting.OneOfEach(graph.ForwardInbound(target)),
            MergeMode.Converge => waiting.OneOfEach(graph.Inbound(target)),
            _ => graph.ForwardInbound(target).Any(c => waiting.IsBusy(c.Source)) ? null : waiting.At(target),
        };
    }

    private void Begin(Token token, List<Token> consumed)
    {
        if (ModeOf(token.TargetActivityId) == MergeMode.Race)
        {
            EndLosers(token);
        }

        ConsumeAll(consumed);
        burst.Start(graph.Activities[token.TargetActivityId], flowchart.Id);
    }

    private void EndLosers(Token winner)
    {
        var ancestors = graph.Ancestors(winner.TargetActivityId);
        var reason = new Text(
            $"Nhánh qua “{winner.SourceActivityId}” đã đến “{winner.TargetActivityId}” trước.",
            $"The branch through “{winner.SourceActivityId}” reached “{winner.TargetActivityId}” first.");
        foreach (var loser in Open.Where(a => ancestors.Contains(a.ActivityId)).ToList())
        {
            burst.Cancel(loser.Id, reason);
        }

        ConsumeAll(Tokens.Where(t => ancestors.Contains(t.TargetActivityId)));
    }

    private void ConsumeAll(IEnumerable<Token> tokens)
    {
        foreach (var token in tokens.ToList())
        {
            burst.Raise(new TokenConsumed(flowchart.Id, token.Id));
        }
    }

    /// <summary>A merge is dead when a connection it waits for can no longer be reached by anything that still runs.</summary>
    private void FaultDeadMerges()
    {
        // Under Fault the incident would stop the other branches too: they may end first.
        if (burst.Definition.Options.IncidentStrategy == IncidentStrategy.Fault && Open.Any())
        {
            return;
        }

        var waiting = new WaitingTokens(Tokens, Open);
        var reachable = graph.ReachableFrom(Open.Select(a => a.ActivityId));
        foreach (var target in waiting.Targets)
        {
            var dead = Awaited(target).Where(c => !waiting.Has(c) && !reachable.Contains(c.Source)).ToList();
            if (dead.Count > 0 && !Open.Any(a => a.ActivityId == target && IsDeadMerge(a)))
            {
                var branches = string.Join(", ", dead.Select(c => $"{c.Source} ({c.Port})"));
                burst.Fault(burst.Begin(graph.Activities[target], flowchart.Id), DeadMerge, new Text(
                    $"Bước “{target}” chờ nhánh không còn đến được nữa: {branches}. Thử lại để đi tiếp với các nhánh đã đến.",
                    $"“{target}” waits for a branch that can no longer arrive: {branches}. Retry to go on with the branches that have arrived."));
            }
        }
    }

    private IEnumerable<Connection> Awaited(string activityId) => ModeOf(activityId) switch
    {
        MergeMode.Merge => graph.ForwardInbound(activityId),
        MergeMode.Converge => graph.Inbound(activityId),
        _ => [],
    };

    private bool IsDeadMerge(ActivityInstance instance) =>
        burst.State.Incidents.TryGetValue(instance.Id, out var incident) && incident.Code == DeadMerge;
}
