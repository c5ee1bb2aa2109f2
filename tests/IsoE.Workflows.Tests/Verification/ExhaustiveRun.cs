using System.Text.Json;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Tests.Verification;

/// <summary>
/// Runs a definition in the engine through every outcome of every task, with everything that can be entered, and
/// tells whether anything is wrong.
/// </summary>
/// <param name="inputs">What the workflow may be started with; null for nothing.</param>
/// <param name="entries">What may be entered in a task; null for nothing.</param>
internal sealed class ExhaustiveRun(
    WorkflowDefinition definition,
    IReadOnlyList<IReadOnlyDictionary<string, JsonElement>>? inputs = null,
    Func<UserTask, string, IReadOnlyList<JsonElement>>? entries = null)
{
    private const int MostStates = 250;

    private static readonly IReadOnlyDictionary<string, JsonElement> NoInput = new Dictionary<string, JsonElement>();

    private readonly Dictionary<string, List<string>> next = new(StringComparer.Ordinal);
    private readonly HashSet<string> ended = new(StringComparer.Ordinal);
    private int commands;

    /// <summary>Everything that has happened in any run: activities started, and outcomes they ended with.</summary>
    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    private int Most => MostStates * (inputs?.Count ?? 1);

    /// <summary>What is wrong, or null. Undecided (also null) when there are too many states, see <see cref="IsComplete"/>.</summary>
    public string? Trouble()
    {
        var open = new Queue<(string Key, WorkflowInstance State)>();
        foreach (var input in inputs ?? [NoInput])
        {
            var (start, trouble) = Start(input);
            if (trouble is not null)
            {
                return trouble;
            }

            next[Key(start)] = [];
            open.Enqueue((Key(start), start));
        }

        while (open.TryDequeue(out var at) && next.Count < Most)
        {
            if (at.State.Status == WorkflowStatus.Finished)
            {
                ended.Add(at.Key);
                continue;
            }

            if (at.State.Bookmarks.IsEmpty)
            {
                return "stuck";
            }

            foreach (var (bookmark, outcome, entered) in Moves(at.State))
            {
                var (state, found) = Complete(at.State, bookmark, outcome, entered);
                if (found is not null)
                {
                    return found;
                }

                var key = Key(state);
                next[at.Key].Add(key);
                if (next.TryAdd(key, []))
                {
                    open.Enqueue((key, state));
                }
            }
        }

        return IsComplete && AnyWithoutEnd() ? "livelock" : null;
    }

    public bool IsComplete => next.Count < Most;

    public (WorkflowInstance State, string? Trouble) Start(IReadOnlyDictionary<string, JsonElement>? input = null) => Send(
        null, new StartWorkflow("start", DateTimeOffset.UnixEpoch, "i", "c", input ?? NoInput));

    public (WorkflowInstance State, string? Trouble) Complete(
        WorkflowInstance state, Bookmark bookmark, string outcome, JsonElement entered = default) =>
        Send(state, new ResumeBookmark($"c{++commands}", DateTimeOffset.UnixEpoch, bookmark.Id, outcome, entered));

    private IEnumerable<(Bookmark Bookmark, string Outcome, JsonElement Entered)> Moves(WorkflowInstance state) =>
        from bookmark in state.Bookmarks.Values
        let task = (UserTask)bookmark.Wait
        from outcome in task.Outcomes
        from entered in entries?.Invoke(task, outcome) ?? [default]
        select (bookmark, outcome, entered);

    private (WorkflowInstance State, string? Trouble) Send(WorkflowInstance? state, WorkflowCommand command)
    {
        var events = Engine.Decide(definition, state, command);
        foreach (var e in events)
        {
            state = WorkflowInstance.Apply(state, e);
            Note(e);
        }

        return (state!, TroubleIn(state!, events));
    }

    private void Note(WorkflowEvent e)
    {
        switch (e)
        {
            case ActivityStarted started:
                Seen.Add(started.ActivityId);
                break;
            case ActivityCompleted completed:
                Seen.UnionWith(completed.Outcomes.Select(outcome => $"{completed.ActivityInstanceId.Split('#')[0]}:{outcome}"));
                break;
        }
    }

    private string? TroubleIn(WorkflowInstance state, IReadOnlyList<WorkflowEvent> events) =>
        events.OfType<ActivityFaulted>().FirstOrDefault() is { } fault ? fault.Code
        : state.Activities.Values.GroupBy(activity => activity.ActivityId).Any(same => same.Count() > 1) ? "doubled"
        : state.Tokens.GroupBy(token => (token.SourceActivityId, token.SourcePort, token.TargetActivityId)).Any(same => same.Count() > 1) ? "crowded"
        : LeftBehind(events) ? "left-behind"
        : events.OfType<ActivityCompleted>().Any(IsSilentEnd) ? "not-exhaustive"
        : null;

    // A switch that no case matches and that has no other way out ends its branch in silence.
    private bool IsSilentEnd(ActivityCompleted completed) =>
        completed.Outcomes is ["Default"]
        && !definition.Root.Connections.Any(c => c.Source == completed.ActivityInstanceId.Split('#')[0] && c.Port == "Default");

    private static bool LeftBehind(IReadOnlyList<WorkflowEvent> events) => events
        .SkipWhile(e => e is not ActivityCompleted { ActivityInstanceId: var id } || !id.StartsWith("finish#", StringComparison.Ordinal))
        .Any(e => e is ActivityCanceled or TokenConsumed);

    private bool AnyWithoutEnd()
    {
        var leads = new HashSet<string>(ended, StringComparer.Ordinal);
        while (next.Where(state => !leads.Contains(state.Key) && state.Value.Exists(leads.Contains)).Select(state => state.Key).ToList() is { Count: > 0 } more)
        {
            leads.UnionWith(more);
        }

        return leads.Count < next.Count;
    }

    private static string Key(WorkflowInstance state) =>
        state.Status == WorkflowStatus.Finished ? "finished" : string.Join(
            ',', state.Activities.Values.Select(activity => activity.ActivityId).Order(StringComparer.Ordinal))
            + "|" + string.Join(',', state.Tokens.Select(token => $"{token.SourceActivityId}:{token.SourcePort}>{token.TargetActivityId}"))
            + "|" + string.Join(',', state.Variables.Select(variable => $"{variable.Key}={variable.Value}"))
            + "|" + string.Join(',', state.Input.Select(input => $"{input.Key}={input.Value}"));
}
