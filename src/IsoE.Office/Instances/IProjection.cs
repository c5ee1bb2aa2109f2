namespace IsoE.Office.Instances;

/// <summary>Turns events into rows, in the transaction of the step that made them.</summary>
/// <remarks>
/// Singletons without state. Every projection sees every event once, in the order of the history and, for one event,
/// in the order of registration. A projection may write rows, enqueue and record further office events; it may not
/// send commands, and it may not refuse: what it sees has happened.
/// </remarks>
public interface IProjection
{
    void Apply(Step step, RecordedEvent recorded);
}
