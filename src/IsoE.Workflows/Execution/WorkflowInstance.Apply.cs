using System.Collections.Immutable;
using System.Text.Json;

namespace IsoE.Workflows.Execution;

public sealed partial record WorkflowInstance
{
    /// <summary>The state after <paramref name="e"/>. Needs no definition, clock or other source.</summary>
    /// <param name="instance">The state before; null before the first event.</param>
    public static WorkflowInstance Apply(WorkflowInstance? instance, WorkflowEvent e)
    {
        var before = instance ?? new WorkflowInstance();
        return e switch
        {
            CommandAccepted x => before with { CommandIds = before.CommandIds.Add(x.CommandId), UpdatedAt = x.At },
            WorkflowStarted x => before.Started(x),
            ActivityStarted x => before.Began(x),
            ActivitySuspended x => before.Suspended(x),
            ActivityResumed x => before.Resumed(x),
            ActivityCompleted x => before.Closed(x.ActivityInstanceId),
            ActivityCanceled x => before.Closed(x.ActivityInstanceId),
            ActivityFaulted x => before.Faulted(x),
            ActivityRetried x => before.Retried(x),
            TokenEmitted x => before.Emitted(x),
            TokenConsumed x => before with { Tokens = before.Tokens.RemoveAll(t => t.Id == x.TokenId) },
            VariableSet x => before with { Variables = before.Variables.SetItem(x.Name, x.Value) },
            OutputSet x => before with { Output = before.Output.SetItem(x.Name, x.Value) },
            ActivityStateSet x => before.With(x.ActivityInstanceId, a => a with { State = a.State.SetItem(x.Name, x.Value) }),
            WorkflowMigrated x => before.Migrated(x),
            BookmarkRevised x => before with { Bookmarks = before.Bookmarks.SetItem(x.Bookmark.Id, x.Bookmark) },
            WorkflowNamed x => before with { Name = x.Name },
            WorkflowCorrelated x => before with { CorrelationId = x.CorrelationId },
            LineWritten or NotificationRequested or RecordIssued => before,
            WorkflowFinished x => before with { Ended = WorkflowSubStatus.Finished, Outcome = x.Outcome },
            WorkflowCancelled => before with { Ended = WorkflowSubStatus.Cancelled },
            WorkflowFaulted => before with { Ended = WorkflowSubStatus.Faulted },
            _ => throw new ArgumentException($"No state change is known for the event {e.GetType().Name}.", nameof(e)),
        };
    }

    private WorkflowInstance Started(WorkflowStarted e) => this with
    {
        Id = e.InstanceId,
        DefinitionId = e.DefinitionId,
        DefinitionVersionId = e.DefinitionVersionId,
        Version = e.Version,
        CorrelationId = e.CorrelationId,
        Input = Empty<JsonElement>().AddRange(e.Input),
    };

    private WorkflowInstance Began(ActivityStarted e) => this with
    {
        Activities = Activities.Add(e.ActivityInstanceId, new ActivityInstance(
            e.ActivityInstanceId,
            e.ActivityId,
            e.ParentActivityInstanceId,
            ActivityStatus.Running,
            0,
            Empty<JsonElement>())),
        Starts = Starts.SetItem(e.ActivityId, Starts.GetValueOrDefault(e.ActivityId) + 1),
    };

    private WorkflowInstance Suspended(ActivitySuspended e) =>
        With(e.ActivityInstanceId, a => a with { Status = ActivityStatus.Suspended }) with
        {
            Bookmarks = Bookmarks.Add(e.Bookmark.Id, e.Bookmark),
        };

    private WorkflowInstance Resumed(ActivityResumed e) =>
        With(e.ActivityInstanceId, a => a with { Status = ActivityStatus.Running }) with
        {
            Bookmarks = Bookmarks.Remove(e.BookmarkId),
            Results = Results.SetItem(Activities[e.ActivityInstanceId].ActivityId, e.Output),
        };

    private WorkflowInstance Closed(string activityInstanceId) => this with
    {
        Activities = Activities.Remove(activityInstanceId),
        Incidents = Incidents.Remove(activityInstanceId),
        Bookmarks = Activities[activityInstanceId].Status == ActivityStatus.Suspended
            ? Bookmarks.RemoveRange(Bookmarks.Where(b => b.Value.ActivityInstanceId == activityInstanceId).Select(b => b.Key))
            : Bookmarks,
    };

    private WorkflowInstance Faulted(ActivityFaulted e) =>
        With(e.ActivityInstanceId, a => a with { Status = ActivityStatus.Faulted, Failures = a.Failures + 1 }) with
        {
            Incidents = Incidents.SetItem(e.ActivityInstanceId, new Incident(
                e.IncidentId,
                e.ActivityInstanceId,
                Activities[e.ActivityInstanceId].ActivityId,
                e.Code,
                e.Message,
                UpdatedAt)),
        };

    private WorkflowInstance Retried(ActivityRetried e) =>
        With(e.ActivityInstanceId, a => a with { Status = ActivityStatus.Running }) with
        {
            Incidents = Incidents.Remove(e.ActivityInstanceId),
            Ended = null,
        };

    private WorkflowInstance Emitted(TokenEmitted e) => this with
    {
        Tokens = Tokens.Add(new Token(
            e.TokenId, e.FlowchartInstanceId, e.SourceActivityId, e.SourcePort, e.TargetActivityId)),
        TokensEmitted = TokensEmitted + 1,
    };

    private WorkflowInstance Migrated(WorkflowMigrated e) => this with
    {
        DefinitionVersionId = e.DefinitionVersionId,
        Version = e.Version,
        Input = Empty<JsonElement>().AddRange(e.Input),
        Variables = Empty<JsonElement>().AddRange(e.Variables),
        Output = Empty<JsonElement>().AddRange(e.Output),
        Activities = Empty<ActivityInstance>().AddRange(e.Activities.Select(a =>
            KeyValuePair.Create(a.Id, a with { State = Empty<JsonElement>().AddRange(a.State) }))),
        Tokens = [.. e.Tokens],
        TokensEmitted = TokensEmitted + e.Tokens.ExceptBy(Tokens.Select(t => t.Id), t => t.Id).Count(),
    };

    private WorkflowInstance With(string activityInstanceId, Func<ActivityInstance, ActivityInstance> change) =>
        this with { Activities = Activities.SetItem(activityInstanceId, change(Activities[activityInstanceId])) };
}
