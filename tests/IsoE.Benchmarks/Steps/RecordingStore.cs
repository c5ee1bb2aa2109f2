using IsoE.Office.Storage.Steps;

namespace IsoE.Benchmarks.Steps;

/// <summary>Notes what the office writes in each step, so that the baseline can write the same.</summary>
internal sealed class RecordingStore(IStepStore store) : IStepStore
{
    private readonly List<RecordedStep> _steps = [];

    public IReadOnlyList<RecordedStep> Steps => _steps;

    public Task Execute(StepLoad load, Func<LoadedRows, IReadOnlyList<RowWrite>> decide, CancellationToken cancel) => store.Execute(
        load,
        rows =>
        {
            var writes = decide(rows);
            _steps.Add(new RecordedStep(load, writes));
            return writes;
        },
        cancel);
}

/// <summary>One step as the office wrote it.</summary>
internal sealed record RecordedStep(StepLoad Load, IReadOnlyList<RowWrite> Writes);
