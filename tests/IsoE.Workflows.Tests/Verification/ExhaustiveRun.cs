using System.Text.Json;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Tests.Verification;

/// <summary>Runs a definition in the engine through every outcome of every task, and tells whether anything is wrong.</summary>
internal sealed class ExhaustiveRun(WorkflowDefinition definition)
{
    private const int MostStates = 250;

    private readonly Dictionary<string, List<string>> next = new(StringComparer.Ordinal);
    private readonly HashSet<string> ended = new(StringComparer.Ordinal);
    private int commands;

    /// <summary>What is wrong, or null. Undecided (also null) when there are too many states, see <see cref="IsComplete"/>.</summary>
    public string? Trouble()
    {
        var open = new Queue<(string Key, WorkflowInstance State)>();
        var (start, trouble) = Start();
        if (trouble is not null)
        {
            return trouble;
        }

        open.Enqueue((Key(start), start));
        next[Key(start)] = [];
        while (open.TryDequeue(out var at) && next.Count < MostStates)
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

            foreach (var (bookmark, outcome) in Moves(at.State))
            {
                var (state, found) = Complete(at.State, bookmark, outcome);
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

    public bool IsComplete => next.Count < MostStates;

    public (WorkflowInstance State, string? Trouble) Start() => Send(null, new StartWorkflow(
        "start", DateTimeOffset.UnixEpoch, "i", "c", new Dictionary<string, JsonElement>()));

    public (WorkflowInstance State, string? Trouble) Complete(WorkflowInstance state, Bookmark bookmark, string outcome) =>
        Send(state, new ResumeBookmark($"c{++commands}", DateTimeOffset.UnixEpoch, bookmark.Id, outcome, default));

    public static IEnumerable<(Bookmark Bookmark, string Outcome)> Moves(WorkflowInstance state) =>
        state.Bookmarks.Values.SelectMany(bookmark => ((UserTask)bookmark.Wait).Outcomes.Select(outcome => (bookmark, outcome)));

    private (WorkflowInstance State, string? Trouble) Send(WorkflowInstance? state, WorkflowCommand command)
    {
        var events = Engine.Decide(definition, state, command);
        foreach (var e in events)
        {
            state = WorkflowInstance.Apply(state, e);
        }

        return (state!, TroubleIn(state!, events));
    }

    private static string? TroubleIn(WorkflowInstance state, IReadOnlyList<WorkflowEvent> events) =>
        events.OfType<ActivityFaulted>().FirstOrDefault() is { } fault ? fault.Code
        : state.Activities.Values.GroupBy(activity => activity.ActivityId).Any(same => same.Count() > 1) ? "doubled"
        : state.Tokens.GroupBy(token => (token.SourceActivityId, token.SourcePort, token.TargetActivityId)).Any(same => same.Count() > 1) ? "crowded"
        : LeftBehind(events) ? "left-behind"
        : null;

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
            + "|" + string.Join(',', state.Tokens.Select(token => $"{token.SourceActivityId}:{token.SourcePort}>{token.TargetActivityId}"));
}
