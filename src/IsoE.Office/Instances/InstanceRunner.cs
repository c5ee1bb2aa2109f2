using System.Globalization;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Storage.Steps;
using IsoE.Workflows;

namespace IsoE.Office.Instances;

/// <summary>Carries out one step of an instance: reads, decides, writes, in one transaction. Sole caller of the engine.</summary>
public sealed class InstanceRunner
{
    private const int MostAttempts = 12;
    private const int MostLooks = 5;

    private readonly IStepStore _store;
    private readonly StepTools _tools;
    private readonly IProjection[] _projections;
    private readonly InstanceHistory _history;
    private readonly OutboxSignal _signal;

    internal InstanceRunner(
        IStepStore store, StepTools tools, IEnumerable<IProjection> projections, InstanceHistory history, OutboxSignal signal)
    {
        _store = store;
        _tools = tools;
        _projections = [.. projections];
        _history = history;
        _signal = signal;
    }

    /// <summary>Runs a step.</summary>
    /// <param name="decide">
    /// Sends commands, records events and writes rows, or throws <see cref="RejectedException"/>. Runs again on fresh
    /// rows when another step of the instance committed first.
    /// </param>
    /// <returns>What the step added; for a repeated command what it added the first time.</returns>
    /// <exception cref="RejectedException">Refused by <paramref name="decide"/> or the engine; nothing was written.</exception>
    public async Task<StepResult> Run(StepRequest request, Action<Step> decide, CancellationToken cancel)
    {
        var load = new StepLoad(request.AgencyId, request.InstanceId, request.CommandId, request.Series, request.Also);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var once = new Attempt(request, decide, _tools, _projections);
            try
            {
                await _store.Execute(load, once.Decide, cancel);
                return await Answer(request, once, cancel);
            }
            catch (StepConflictException)
            {
                // Whoever was faster has committed: the next read sees it.
            }
            catch (SeriesNotReadException missing)
            {
                // Only the decision knows that it gives out a number; until then no step waits for the series.
                load = load with { Series = [.. load.Series, missing.Series] };
            }
            catch (RejectedException refused) when (IsSegregation(refused) && request.ActorId != StepRequest.System)
            {
                await Witness(request, refused, cancel);
                throw;
            }
        }

        throw Busy();
    }

    /// <summary>Runs a step that is decided on something read before it.</summary>
    /// <param name="look">Reads it; once more when the decision throws <see cref="OvertakenException"/>, because somebody was faster.</param>
    /// <inheritdoc cref="Run(StepRequest, Action{Step}, CancellationToken)"/>
    internal async Task<StepResult> Run<TSeen>(StepRequest request, Func<Task<TSeen>> look, Action<Step, TSeen> decide, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= MostLooks; attempt++)
        {
            var seen = await look();
            try
            {
                return await Run(request, step => decide(step, seen), cancel);
            }
            catch (OvertakenException)
            {
                // What was seen is not the last: look again.
            }
        }

        throw Busy();
    }

    private static RejectedException Busy() => new("busy", new Text(
        "Hồ sơ đang được nhiều người xử lý cùng lúc. Hãy thử lại sau giây lát.",
        "Several people are working on this dossier at the same moment. Try again shortly."));

    private static bool IsSegregation(RejectedException refused) => refused.Code.StartsWith("sod-", StringComparison.Ordinal);

    /// <summary>The attempt stands in the history of what it was tried on, once a day for each person and rule.</summary>
    private Task<StepResult> Witness(StepRequest request, RejectedException refused, CancellationToken cancel)
    {
        var day = (request.At ?? _tools.Clock.GetUtcNow()).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var witness = new StepRequest(request.AgencyId, request.InstanceId, $"{refused.Code}:{request.ActorId}:{day}", StepRequest.System) { At = request.At };
        return Run(
            witness,
            step =>
            {
                if (!step.IsNew) step.Record(new SegregationRefused(refused.Code, refused.Reason));
            },
            cancel);
    }

    private async Task<StepResult> Answer(StepRequest request, Attempt once, CancellationToken cancel)
    {
        if (once.CommandSequence is { } first)
        {
            var events = await _history.ReadStep(request.AgencyId, request.InstanceId, first, cancel);
            return new StepResult(request.InstanceId, events[^1].Sequence, Repeated: true, events);
        }

        var step = once.Step!;
        if (step.Workflow is { } state)
            _tools.States.Keep(step.Instance, state);
        if (step.Writes.Any(w => w.Row is OutboxRow))
            _signal.Ring();
        return new StepResult(request.InstanceId, step.Instance.Sequence, Repeated: false, step.Events);
    }

    /// <summary>One try to decide the step on what was read.</summary>
    private sealed class Attempt(StepRequest request, Action<Step> decide, StepTools tools, IProjection[] projections)
    {
        public Step? Step { get; private set; }

        public long? CommandSequence { get; private set; }

        public IReadOnlyList<RowWrite> Decide(LoadedRows rows)
        {
            CommandSequence = rows.CommandSequence;
            if (CommandSequence is not null)
                return [];
            Step = new Step(request, rows, tools);
            decide(Step);
            Step.EndDecision();
            // Projections may record further events, which are seen in their turn.
            for (var i = 0; i < Step.Events.Count; i++)
                foreach (var projection in projections)
                    projection.Apply(Step, Step.Events[i]);
            return StepSeal.Close(Step);
        }
    }
}
