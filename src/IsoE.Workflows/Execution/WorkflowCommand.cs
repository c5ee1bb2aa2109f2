using System.Text.Json;
using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Execution;

/// <summary>What the outside asks of a workflow instance.</summary>
/// <param name="CommandId">Idempotency key: a command whose id the instance has already seen adds no event.</param>
/// <param name="At">The moment of asking, UTC. The engine has no clock of its own.</param>
public abstract record WorkflowCommand(string CommandId, DateTimeOffset At);

/// <summary>Starts an instance of a definition. Inputs that the definition does not declare are refused.</summary>
public sealed record StartWorkflow(
    string CommandId,
    DateTimeOffset At,
    string InstanceId,
    string CorrelationId,
    IReadOnlyDictionary<string, JsonElement> Input) : WorkflowCommand(CommandId, At);

/// <summary>
/// Resumes what waits at a bookmark: completes a task, delivers the answer of a sub-procedure.
/// </summary>
/// <param name="Outcome">One of the outcomes the bookmark offers; null takes the only one, or <c>Done</c>.</param>
/// <param name="Output">What was entered or answered; bound to the activity's result. May be undefined.</param>
public sealed record ResumeBookmark(
    string CommandId,
    DateTimeOffset At,
    string BookmarkId,
    string? Outcome,
    JsonElement Output) : WorkflowCommand(CommandId, At);

/// <summary>The due time of a bookmark has come. Takes the outcome its definition names, or is rejected.</summary>
public sealed record TimeoutBookmark(string CommandId, DateTimeOffset At, string BookmarkId)
    : WorkflowCommand(CommandId, At);

/// <summary>Something happened outside: every <c>Event</c> and <c>IsoE.Wait</c> of that name is resumed.</summary>
public sealed record PublishEvent(string CommandId, DateTimeOffset At, string EventName, JsonElement Payload)
    : WorkflowCommand(CommandId, At);

/// <summary>Tries an activity again that stands in an incident.</summary>
public sealed record RetryActivity(string CommandId, DateTimeOffset At, string ActivityInstanceId)
    : WorkflowCommand(CommandId, At);

/// <summary>Ends the instance as cancelled; everything that waits is cancelled with the reason.</summary>
public sealed record CancelWorkflow(string CommandId, DateTimeOffset At, Text Reason)
    : WorkflowCommand(CommandId, At);

/// <summary>Goes on under another version of the definition, with what waits and what has been done.</summary>
/// <param name="Target">The other version.</param>
/// <param name="History">Every event of the instance so far; the choices in it decide whether the move is safe.</param>
public sealed record MigrateInstance(
    string CommandId,
    DateTimeOffset At,
    WorkflowDefinition Target,
    IReadOnlyList<WorkflowEvent> History) : WorkflowCommand(CommandId, At);
