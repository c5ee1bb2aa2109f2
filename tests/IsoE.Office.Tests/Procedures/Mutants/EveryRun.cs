using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Tests.Procedures.Mutants;

/// <summary>
/// Runs a definition in the engine itself through everything that can happen: every case and form, every outcome of
/// every step with everything that can be entered, and every passing of time. It knows nothing of the gate.
/// </summary>
internal sealed class EveryRun(WorkflowDefinition definition, Entries entries)
{
    private const int MostStates = 60_000;

    private readonly Dictionary<string, List<string>> next = new(StringComparer.Ordinal);
    private readonly HashSet<string> ended = new(StringComparer.Ordinal);
    private readonly HashSet<string> started = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string, string)> followed = [];
    private int commands;

    /// <summary>What is wrong in some run, or never happens in any; null when nothing is.</summary>
    public string? Trouble()
    {
        var open = new Queue<(string Key, WorkflowInstance State)>();
        foreach (var input in entries.Inputs(definition))
            if (Reach(null, null, new StartWorkflow(NewId(), DateTimeOffset.UnixEpoch, "i", "c", input), open) is { } trouble)
                return trouble;
        while (open.TryDequeue(out var at))
            foreach (var command in Moves(at.State))
                if (Reach(at.Key, at.State, command, open) is { } trouble)
                    return trouble;
        if (next.Count >= MostStates) throw new InvalidOperationException($"More than {MostStates} states.");
        return AnyWithoutEnd() ? "no end" : NeverHappens();
    }

    private string? Reach(string? from, WorkflowInstance? before, WorkflowCommand command, Queue<(string, WorkflowInstance)> open)
    {
        var events = Engine.Decide(definition, before, command);
        var state = events.Aggregate(before, WorkflowInstance.Apply)!;
        Note(events);
        if (TroubleIn(state, events) is { } trouble) return trouble;
        var key = KeyOf(state);
        if (from is not null) next[from].Add(key);
        if (!next.TryAdd(key, [])) return null;
        if (state.Status == WorkflowStatus.Finished) ended.Add(key);
        else if (state.Bookmarks.IsEmpty) return "stuck";
        else if (next.Count < MostStates) open.Enqueue((key, state));
        return null;
    }

    private IEnumerable<WorkflowCommand> Moves(WorkflowInstance state)
    {
        foreach (var bookmark in state.Bookmarks.Values)
        {
            foreach (var (outcome, entered) in entries.Of(bookmark.Wait))
                yield return new ResumeBookmark(NewId(), DateTimeOffset.UnixEpoch, bookmark.Id, outcome, entered);
            if (Entries.TimesOut(bookmark.Wait)) yield return new TimeoutBookmark(NewId(), DateTimeOffset.UnixEpoch, bookmark.Id);
        }
    }

    private string NewId() => $"c{++commands}";

    private void Note(IReadOnlyList<WorkflowEvent> events)
    {
        started.UnionWith(events.OfType<ActivityStarted>().Select(e => e.ActivityId));
        followed.UnionWith(events.OfType<TokenEmitted>().Select(e => (e.SourceActivityId, e.SourcePort, e.TargetActivityId)));
    }

    private string? TroubleIn(WorkflowInstance state, IReadOnlyList<WorkflowEvent> events) =>
        events.OfType<ActivityFaulted>().FirstOrDefault() is { } fault ? $"fault {fault.Code}: {fault.Message.En}"
        : state.Activities.Values.Where(activity => !IsOneOfSeveral(activity.ParentId)).GroupBy(activity => activity.ActivityId).Any(same => same.Count() > 1) ? "one step twice at a time"
        : state.Tokens.GroupBy(token => (token.SourceActivityId, token.SourcePort, token.TargetActivityId)).Any(same => same.Count() > 1) ? "one way twice at a time"
        : events.OfType<ActivityCompleted>().FirstOrDefault(EndsInSilence) is { } silent ? $"silence after {silent.ActivityInstanceId}"
        : events.SkipWhile(e => !IsEnd(e)).Any(e => e is ActivityCanceled or TokenConsumed) ? "work left behind"
        : null;

    /// <summary>A parallel loop runs its step for several things at once.</summary>
    private bool IsOneOfSeveral(string? parent) => parent is not null && ActivityOf(parent).Type.TypeName == "Elsa.ParallelForEach";

    private bool IsEnd(WorkflowEvent e) => e is ActivityCompleted { ActivityInstanceId: var id } && ActivityOf(id).Type.TypeName is "Elsa.Finish";

    private bool EndsInSilence(ActivityCompleted completed)
    {
        var activity = ActivityOf(completed.ActivityInstanceId);
        return activity != definition.Root && activity.Type.TypeName is not "Elsa.Finish"
            && definition.Root.Activities.Contains(activity) && completed.Outcomes.Any(outcome => !definition.Root.Connections.Any(c => c.Source == activity.Id && c.Port == outcome));
    }

    private Activity ActivityOf(string instanceId) => definition.Activities[instanceId.Split('#')[0]];

    private bool AnyWithoutEnd()
    {
        var leads = new HashSet<string>(ended, StringComparer.Ordinal);
        while (next.Where(state => !leads.Contains(state.Key) && state.Value.Exists(leads.Contains)).Select(state => state.Key).ToList() is { Count: > 0 } more)
            leads.UnionWith(more);
        return leads.Count < next.Count;
    }

    private string? NeverHappens() =>
        definition.Activities.Keys.FirstOrDefault(id => !started.Contains(id)) is { } idle ? $"{idle} never starts"
        : definition.Root.Connections.FirstOrDefault(c => !followed.Contains((c.Source, c.Port, c.Target))) is { } way ? $"nobody goes from {way.Source} by {way.Port}"
        : null;

    private string KeyOf(WorkflowInstance state) => state.Status == WorkflowStatus.Finished ? "finished" : string.Join(
        '|',
        string.Join(',', state.Activities.Values.Select(activity => activity.ActivityId).Order(StringComparer.Ordinal)),
        string.Join(',', state.Tokens.Select(token => $"{token.SourceActivityId}:{token.SourcePort}>{token.TargetActivityId}").Order(StringComparer.Ordinal)),
        string.Join(',', state.Variables.Select(variable => entries.Deciding(variable.Key, variable.Value))),
        string.Join(',', state.Input.Select(input => input.Value.ToString())));
}
