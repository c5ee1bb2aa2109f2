namespace IsoE.Office.Instances;

/// <summary>The answer of a step: what it added to the history.</summary>
/// <param name="Sequence">Sequence of the last event of the step; 0 when it added none to an instance without history.</param>
/// <param name="Repeated">The command had been carried out before; the events are those of the first time.</param>
public sealed record StepResult(string InstanceId, long Sequence, bool Repeated, IReadOnlyList<RecordedEvent> Events)
{
    /// <summary>The event of type <typeparamref name="T"/> that the step made, or null.</summary>
    public T? Find<T>()
        where T : class => Events.Select(e => e.Fact).OfType<T>().FirstOrDefault();
}
