namespace IsoE.Office.Instances;

/// <summary>An event with its place in the history of the instance.</summary>
/// <param name="Fact">A <see cref="OfficeEvent"/> or an engine's <see cref="IsoE.Workflows.Execution.WorkflowEvent"/>.</param>
public sealed record RecordedEvent(long Sequence, string Type, object Fact, DateTimeOffset At, string ActorId);
