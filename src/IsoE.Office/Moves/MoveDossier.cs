using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Procedures;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Moves;

/// <summary>Moves one dossier in a transaction of its own. Never repeats or loses a step: it is refused instead.</summary>
public sealed class MoveDossier(InstanceRunner instances, InstanceHistory history, ForecastMove forecast)
{
    /// <returns>What the move did; for a dossier moved before by the same batch what it did then.</returns>
    /// <exception cref="RejectedException"><c>dossier-unknown</c>, <c>move-unsafe</c>, <c>busy</c>; the dossier is as it was.</exception>
    public async Task<DossierMoved> Run(MoveRow move, string dossierId, ProcedureVersion target, CancellationToken cancel)
    {
        var request = new StepRequest(move.AgencyId, dossierId, $"move:{move.InstanceId}", move.DecidedBy!);
        var result = await instances.Run(
            request, () => history.Read(move.AgencyId, dossierId, cancel), (step, events) => Decide(step, move, target, events), cancel);
        return result.Find<DossierMoved>()!;
    }

    private void Decide(Step step, MoveRow move, ProcedureVersion target, IReadOnlyList<RecordedEvent> events)
    {
        var dossier = OpenDossier.Get(step);
        if (step.Instance.Sequence != events[^1].Sequence) throw new OvertakenException();
        var from = dossier.ProcedureVersion;
        var foreseen = forecast.Of(target, dossier, events, step.Now);
        if (!foreseen.CanMove) throw Unsafe(foreseen);
        step.Migrate(target.Definition, [.. events.Select(known => known.Fact).OfType<WorkflowEvent>()]);
        step.Record(new DossierMoved(
            move.InstanceId, from, target.Version, move.Ground, move.ProposedByName, move.DecidedByName!, foreseen.Term));
        foreach (var term in foreseen.Steps) step.Record(term);
    }

    private static RejectedException Unsafe(MoveForecast foreseen) => new("move-unsafe", new Text(
        string.Join(" ", foreseen.Obstacles.Select(each => each.Reason.Vi)),
        string.Join(" ", foreseen.Obstacles.Select(each => each.Reason.En))));
}
