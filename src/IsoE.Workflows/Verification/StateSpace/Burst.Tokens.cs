using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Verification.StateSpace;

internal sealed partial class Burst
{
    private void Emit(Going flow, Activity source, IReadOnlyList<string> outcomes)
    {
        foreach (var connection in flow.Graph.Outbound(source.Id).Where(c => outcomes.Contains(c.Port)))
        {
            flow.Tokens.Add(connection);
        }

        // A fork inside an automatic loop makes more tokens than the loop takes.
        if (flow.Tokens.Count > (2 * flow.Graph.Connections.Count) + 10)
        {
            End = BurstEnd.RunsForEver;
        }
    }

    private void Advance(Going flow)
    {
        foreach (var token in flow.Tokens)
        {
            if (Ready(flow, token) is { } consumed)
            {
                agenda.Enqueue((flow, null));
                Consume(flow, token, consumed);
                return;
            }
        }

        if (flow.Inside.Count == 0 && flow.Tokens.Count == 0)
        {
            Close(flow, ["Done"]);
        }
        else
        {
            NoteDead(flow);
            NoteCrowded(flow);
        }
    }

    private void Consume(Going flow, Connection token, List<Connection> consumed)
    {
        var target = flow.Graph.Activities[token.Target];
        if (target.Type.MergeModeOf(target) == MergeMode.Race)
        {
            var ancestors = flow.Graph.Ancestors(target.Id);
            flow.Inside.RemoveAll(open => ancestors.Contains(open.Activity.Id));
            flow.Tokens.RemoveAll(other => ancestors.Contains(other.Target));
        }

        foreach (var taken in consumed)
        {
            flow.Tokens.Remove(taken);
            Followed.Add(taken);
        }

        Start(target, flow);
    }

    /// <returns>The tokens the start consumes, or null when the target has to wait.</returns>
    private static List<Connection>? Ready(Going flow, Connection token)
    {
        var target = flow.Graph.Activities[token.Target];
        return target.Type.MergeModeOf(target) switch
        {
            MergeMode.Cascade => [token],
            MergeMode.Race => AllFor(flow, target),
            MergeMode.Merge when !flow.Graph.IsForward(token) => [token],
            MergeMode.Merge => OneOfEach(flow, flow.Graph.ForwardInbound(target.Id)),
            MergeMode.Converge => OneOfEach(flow, flow.Graph.Inbound(target.Id)),
            _ => UpstreamIsBusy(flow, target) ? null : AllFor(flow, target),
        };
    }

    private static List<Connection> AllFor(Going flow, Activity target) =>
        [.. flow.Tokens.Where(token => token.Target == target.Id)];

    private static List<Connection>? OneOfEach(Going flow, IEnumerable<Connection> connections)
    {
        var wanted = connections.ToList();
        return wanted.TrueForAll(flow.Tokens.Contains) ? wanted : null;
    }

    private static bool UpstreamIsBusy(Going flow, Activity target)
    {
        var upstream = flow.Graph.ForwardInbound(target.Id).Select(c => c.Source).ToHashSet(StringComparer.Ordinal);
        return flow.Tokens.Any(token => upstream.Contains(token.Target))
            || flow.Inside.Any(open => upstream.Contains(open.Activity.Id));
    }

    // While something is open it may still end the flow, or win a race that takes the waiting tokens away.
    private void NoteDead(Going flow)
    {
        if (flow.Inside.Count > 0)
        {
            return;
        }

        foreach (var id in flow.Tokens.Select(token => token.Target).Distinct())
        {
            var missing = Awaited(flow, id).Where(c => !flow.Tokens.Contains(c)).ToList();
            if (missing.Count > 0)
            {
                Dead.Add((id, missing));
            }
        }
    }

    // A second token on a connection that still holds one: the branch came round while its merge was waiting.
    private void NoteCrowded(Going flow) =>
        Doubled.AddRange(flow.Tokens.GroupBy(token => token).Where(same => same.Count() > 1).Select(same => same.Key.Target));

    private static IEnumerable<Connection> Awaited(Going flow, string id)
    {
        var target = flow.Graph.Activities[id];
        return target.Type.MergeModeOf(target) switch
        {
            MergeMode.Merge => flow.Graph.ForwardInbound(id),
            MergeMode.Converge => flow.Graph.Inbound(id),
            _ => [],
        };
    }
}
