using IsoE.Workflows;

namespace IsoE.Office.Instances;

/// <summary>Carries out one step of an instance: reads, decides, writes, in one transaction.</summary>
public sealed class InstanceRunner(OfficeEventTypes types, IEnumerable<IProjection> projections, TimeProvider clock)
{
    /// <summary>Runs a step.</summary>
    /// <param name="decide">
    /// Sends commands, records events and writes rows, or throws <see cref="RejectedException"/>. Runs again on fresh
    /// rows when another step of the instance committed first.
    /// </param>
    /// <returns>What the step added; for a repeated command what it added the first time.</returns>
    /// <exception cref="RejectedException">Refused by <paramref name="decide"/> or the engine; nothing was written.</exception>
    public Task<StepResult> Run(StepRequest request, Action<Step> decide, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var step = new Step(request, new Storage.LoadedRows(), types, request.At ?? clock.GetUtcNow());
        decide(step);
        step.EndDecision();
        foreach (var recorded in step.Events)
            foreach (var projection in projections)
                projection.Apply(step, recorded);
        return Task.FromResult(new StepResult(request.InstanceId, step.Instance.Sequence, false, step.Events));
    }
}
