using System.Text.Json;

namespace IsoE.Workflows.Execution;

/// <summary>A fact in the life of a workflow instance. Events are the only way its state changes.</summary>
public abstract record WorkflowEvent;

/// <summary>First event of every command. The following ones, up to the next of this type, are its consequences.</summary>
/// <param name="CommandId">The command's idempotency key.</param>
/// <param name="At">When all events of the command happened, UTC.</param>
public sealed record CommandAccepted(string CommandId, DateTimeOffset At) : WorkflowEvent;

/// <param name="Input">The inputs given, in order of their names.</param>
public sealed record WorkflowStarted(
    string InstanceId,
    string DefinitionId,
    string DefinitionVersionId,
    int Version,
    string CorrelationId,
    IReadOnlyDictionary<string, JsonElement> Input) : WorkflowEvent;

/// <summary>An activity began. Its instance id is the activity id, a hash sign and a number: <c>appraise#2</c>.</summary>
/// <param name="ParentActivityInstanceId">The container it runs in; null for the root.</param>
public sealed record ActivityStarted(
    string ActivityInstanceId,
    string ActivityId,
    string ActivityType,
    string? ParentActivityInstanceId) : WorkflowEvent;

/// <summary>The activity waits for the outside.</summary>
/// <param name="Bookmark">What it waits for; carries everything the office needs to make a task or a due row.</param>
public sealed record ActivitySuspended(string ActivityInstanceId, Bookmark Bookmark) : WorkflowEvent;

/// <summary>The bookmark was used and is burnt.</summary>
/// <param name="Output">The activity's result: for tasks <c>{outcome, by, at, ...fields}</c>, else what came in.</param>
/// <param name="TimedOut">Whether the due time did it, not somebody.</param>
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
/// <param name="IncidentId">The activity instance and the number of the failure: <c>decide#1/1</c>.</param>
/// <param name="Code">Kind of failure: <c>expression-failed</c>, <c>dead-merge</c>, <c>endless-loop</c>, ...</param>
public sealed record ActivityFaulted(string ActivityInstanceId, string IncidentId, string Code, Text Message)
    : WorkflowEvent;

/// <summary>The activity of an incident is being tried again.</summary>
public sealed record ActivityRetried(string ActivityInstanceId, string IncidentId) : WorkflowEvent;

/// <summary>Control followed a connection; the token waits at its target.</summary>
/// <param name="TokenId">Unique in the instance: <c>t1</c>, <c>t2</c>, ...</param>
public sealed record TokenEmitted(
    string FlowchartInstanceId,
    string TokenId,
    string SourceActivityId,
    string SourcePort,
    string TargetActivityId) : WorkflowEvent;

/// <summary>The target started, or the token's branch ended: the token is gone.</summary>
public sealed record TokenConsumed(string FlowchartInstanceId, string TokenId) : WorkflowEvent;

public sealed record VariableSet(string Name, JsonElement Value) : WorkflowEvent;

/// <summary>An output of the workflow as a whole was set (<c>SetOutput</c>).</summary>
public sealed record OutputSet(string Name, JsonElement Value) : WorkflowEvent;

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

/// <param name="Outcome">The outcome a <c>Complete</c> activity named; null when the workflow just ended.</param>
public sealed record WorkflowFinished(string? Outcome) : WorkflowEvent;

public sealed record WorkflowCancelled(Text Reason) : WorkflowEvent;

/// <summary>
/// The workflow stands still until an incident is retried or the workflow is cancelled (strategy Fault). What waits
/// stays as it is, so that a retry goes on where the work stood.
/// </summary>
public sealed record WorkflowFaulted(Text Message) : WorkflowEvent;

/// <summary>
/// The instance goes on under another version of its definition: from here on its place and values are these. Steps
/// done, ids given out and what waits stay; see <see cref="BookmarkRevised"/>.
/// </summary>
/// <param name="FromVersionId">The version left.</param>
/// <param name="Activities">Everything that has begun and not ended.</param>
public sealed record WorkflowMigrated(
    string FromVersionId,
    string DefinitionVersionId,
    int Version,
    IReadOnlyDictionary<string, JsonElement> Input,
    IReadOnlyDictionary<string, JsonElement> Variables,
    IReadOnlyDictionary<string, JsonElement> Output,
    IReadOnlyList<ActivityInstance> Activities,
    IReadOnlyList<Token> Tokens) : WorkflowEvent;

/// <summary>What waits at the bookmark is asked for in another way from now on; the bookmark stays the same.</summary>
public sealed record BookmarkRevised(string ActivityInstanceId, Bookmark Bookmark) : WorkflowEvent;
