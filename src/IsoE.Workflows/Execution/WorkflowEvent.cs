using System.Text.Json;

namespace IsoE.Workflows.Execution;

/// <summary>A fact in the life of a workflow instance. Events are the only way its state changes.</summary>
public abstract record WorkflowEvent;

public sealed record WorkflowStarted(
    string InstanceId,
    string DefinitionId,
    string DefinitionVersionId,
    int Version,
    string CorrelationId,
    IReadOnlyDictionary<string, JsonElement> Input) : WorkflowEvent;

/// <summary>An activity began. Its instance id is the activity id, a hash sign and a number: <c>appraise#2</c>.</summary>
public sealed record ActivityStarted(
    string ActivityInstanceId,
    string ActivityId,
    string ActivityType,
    string? ParentActivityInstanceId) : WorkflowEvent;

/// <summary>The activity waits for the outside.</summary>
/// <param name="Bookmark">What it waits for; carries everything the office needs to make a task or a due row.</param>
public sealed record ActivitySuspended(string ActivityInstanceId, Bookmark Bookmark) : WorkflowEvent;

/// <summary>The bookmark was used and is burnt.</summary>
public sealed record ActivityResumed(
    string ActivityInstanceId,
    string BookmarkId,
    string? Outcome,
    JsonElement Output,
    bool TimedOut) : WorkflowEvent;

public sealed record ActivityCompleted(string ActivityInstanceId, IReadOnlyList<string> Outcomes) : WorkflowEvent;

/// <summary>The activity was ended from outside: its branch lost a race, or the workflow ended.</summary>
public sealed record ActivityCanceled(string ActivityInstanceId, Text Reason) : WorkflowEvent;

/// <summary>The activity failed. The incident stays open until the activity is retried or canceled.</summary>
public sealed record ActivityFaulted(string ActivityInstanceId, string IncidentId, Text Message) : WorkflowEvent;

/// <summary>The activity of an incident is being tried again.</summary>
public sealed record ActivityRetried(string ActivityInstanceId, string IncidentId) : WorkflowEvent;

/// <summary>Control followed a connection; the token waits at its target.</summary>
public sealed record TokenEmitted(
    string FlowchartInstanceId,
    string TokenId,
    string SourceActivityId,
    string SourcePort,
    string TargetActivityId) : WorkflowEvent;

/// <summary>The target started, or the token was blocked by a race: the token is gone.</summary>
public sealed record TokenConsumed(string FlowchartInstanceId, string TokenId) : WorkflowEvent;

public sealed record VariableSet(string Name, JsonElement Value) : WorkflowEvent;

/// <summary>Internal progress of a composite activity (loop index, waiting branches), as the activity keeps it.</summary>
public sealed record ActivityStateSet(string ActivityInstanceId, string Name, JsonElement Value) : WorkflowEvent;

public sealed record WorkflowNamed(string Name) : WorkflowEvent;

public sealed record WorkflowCorrelated(string CorrelationId) : WorkflowEvent;

/// <summary>A line written by <c>WriteLine</c>.</summary>
public sealed record LineWritten(string ActivityInstanceId, string Line) : WorkflowEvent;

/// <summary>A message is to be sent (<c>IsoE.Notify</c>); the office's outbox carries it after the commit.</summary>
/// <param name="To"><c>applicant</c>, <c>role:CODE</c> or <c>person:ID</c>.</param>
public sealed record NotificationRequested(string ActivityInstanceId, string To, Text Subject, Text Message)
    : WorkflowEvent;

/// <summary>A record of the procedure came into being (<c>IsoE.IssueRecord</c>).</summary>
/// <param name="Record">Code of the record in the procedure's ISO text.</param>
/// <param name="Milestone">What the dossier reaches with it, see <see cref="Milestones"/>; null for none.</param>
public sealed record RecordIssued(string ActivityInstanceId, string Record, string? Milestone, JsonElement Data)
    : WorkflowEvent;

public sealed record WorkflowFinished(string? Outcome) : WorkflowEvent;

public sealed record WorkflowCancelled(Text Reason) : WorkflowEvent;

/// <summary>The workflow cannot go on without help: an incident under the Fault strategy, or a Fault activity.</summary>
public sealed record WorkflowFaulted(Text Message) : WorkflowEvent;
