using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Workflows.Execution;

namespace IsoE.Web.Studio;

/// <summary>One execution of an activity as Studio shows it.</summary>
public sealed record ElsaExecution(
    string Id,
    string WorkflowInstanceId,
    string ActivityId,
    string ActivityNodeId,
    string ActivityType,
    int ActivityTypeVersion,
    string ActivityName,
    DateTimeOffset StartedAt)
{
    public DateTimeOffset? CompletedAt { get; set; }

    public bool HasBookmarks { get; set; }

    /// <summary><c>Running</c>, <c>Completed</c>, <c>Canceled</c> or <c>Faulted</c>.</summary>
    public string Status { get; set; } = "Running";

    public int AggregateFaultCount { get; set; }

    /// <summary>The id of an execution: the dossier's and, after a slash, the activity instance's.</summary>
    public static string IdOf(string instanceId, string activityInstanceId) => $"{instanceId}/{activityInstanceId}";

    public static (string InstanceId, string ActivityInstanceId) Split(string id)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (id, "") : (id[..slash], id[(slash + 1)..]);
    }
}

/// <summary>A line of Studio's journal.</summary>
public sealed record ElsaJournalLine(
    string Id,
    string ActivityInstanceId,
    string ActivityId,
    string ActivityType,
    int ActivityTypeVersion,
    string ActivityName,
    string NodeId,
    DateTimeOffset Timestamp,
    long Sequence,
    string EventName,
    string? Message);

/// <summary>How a dossier has run through its procedure: the reading of its history that Studio draws.</summary>
public sealed class DossierRun
{
    private readonly Dictionary<string, ElsaExecution> _byInstance = new(StringComparer.Ordinal);
    private readonly List<ElsaExecution> _executions = [];
    private readonly List<ElsaJournalLine> _journal = [];
    private readonly DossierView _view;

    private DossierRun(DossierView view) => _view = view;

    public IReadOnlyList<ElsaExecution> Executions => _executions;

    public IReadOnlyList<ElsaJournalLine> Journal => _journal;

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>How the workflow ended; null while it goes on.</summary>
    public string? Ended { get; private set; }

    public bool IsFaulted { get; private set; }

    public static DossierRun Of(DossierView view, IReadOnlyList<RecordedEvent> events)
    {
        var run = new DossierRun(view);
        foreach (var recorded in events) run.Apply(recorded);
        return run;
    }

    private void Apply(RecordedEvent recorded)
    {
        UpdatedAt = recorded.At;
        switch (recorded.Fact)
        {
            case ActivityStarted e: Start(recorded, e); break;
            case ActivitySuspended e: Change(recorded, e.ActivityInstanceId, "Suspended", each => each.HasBookmarks = true); break;
            case ActivityResumed e: Change(recorded, e.ActivityInstanceId, "Resumed", each => each.HasBookmarks = false); break;
            case ActivityCompleted e: End(recorded, e.ActivityInstanceId, "Completed", string.Join(", ", e.Outcomes)); break;
            case ActivityCanceled e: End(recorded, e.ActivityInstanceId, "Canceled", e.Reason.Vi); break;
            case ActivityFaulted e: Fault(recorded, e); break;
            case ActivityRetried e: Change(recorded, e.ActivityInstanceId, "Retried", each => each.Status = "Running"); IsFaulted = false; break;
            case WorkflowFinished: Ended = "Finished"; break;
            case WorkflowCancelled: Ended = "Cancelled"; break;
            case WorkflowFaulted: IsFaulted = true; break;
        }
    }

    private void Start(RecordedEvent recorded, ActivityStarted e)
    {
        var definition = _view.Procedure.Definition.Activities.GetValueOrDefault(e.ActivityId);
        var execution = new ElsaExecution(
            ElsaExecution.IdOf(_view.Dossier.InstanceId, e.ActivityInstanceId), _view.Dossier.InstanceId, e.ActivityId,
            definition?.NodeId ?? e.ActivityId, e.ActivityType, 1, definition?.Name ?? e.ActivityId, recorded.At);
        _byInstance[e.ActivityInstanceId] = execution;
        _executions.Add(execution);
        Write(recorded, execution, "Started", null);
    }

    private void End(RecordedEvent recorded, string activityInstanceId, string status, string message) =>
        Change(recorded, activityInstanceId, status, each =>
        {
            each.Status = status;
            each.CompletedAt = recorded.At;
            each.HasBookmarks = false;
        }, message);

    private void Fault(RecordedEvent recorded, ActivityFaulted e) =>
        Change(recorded, e.ActivityInstanceId, "Faulted", each =>
        {
            each.Status = "Faulted";
            each.AggregateFaultCount++;
        }, e.Message.Vi);

    private void Change(
        RecordedEvent recorded, string activityInstanceId, string eventName, Action<ElsaExecution> change, string? message = null)
    {
        if (!_byInstance.TryGetValue(activityInstanceId, out var execution)) return;
        change(execution);
        Write(recorded, execution, eventName, message);
    }

    private void Write(RecordedEvent recorded, ElsaExecution execution, string eventName, string? message) => _journal.Add(new ElsaJournalLine(
        $"{execution.Id}/{recorded.Sequence}", execution.Id, execution.ActivityId, execution.ActivityType, 1, execution.ActivityName,
        execution.ActivityNodeId, recorded.At, recorded.Sequence, eventName, message));
}
