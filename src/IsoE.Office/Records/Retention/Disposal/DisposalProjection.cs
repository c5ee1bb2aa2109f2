using IsoE.Office.Instances;

namespace IsoE.Office.Records.Retention.Disposal;

/// <summary>Keeps the rows of disposal lists as their histories tell, and has an approved one carried out.</summary>
internal sealed class DisposalProjection : IProjection
{
    /// <summary>Outbox topic: an approved list.</summary>
    public const string CarryOutTopic = "carry-out-disposal";

    public void Apply(Step step, RecordedEvent recorded)
    {
        switch (recorded.Fact)
        {
            case DisposalProposed e: Propose(step, recorded, e); break;
            case DisposalLineTakenOut e: TakeOut(step, e); break;
            case DisposalApproved e:
                Decide(step, recorded, e.By, DisposalStatus.Approved);
                step.Enqueue(CarryOutTopic, step.InstanceId, "{}");
                break;
            case DisposalRejected e: Decide(step, recorded, e.By, DisposalStatus.Rejected).Reason = e.Reason; break;
            case DossierDisposalEnded e: End(step, recorded, e); break;
            case DisposalDone: Finish(step, recorded); break;
        }
    }

    private static void Propose(Step step, RecordedEvent recorded, DisposalProposed e)
    {
        step.Insert(new DisposalRow
        {
            AgencyId = step.AgencyId,
            InstanceId = step.InstanceId,
            Kind = e.Kind,
            Number = e.Number,
            DueOn = e.DueOn,
            Status = DisposalStatus.Proposed,
            Ground = e.Ground,
            ProposedBy = recorded.ActorId,
            ProposedByName = e.By,
            ProposedAt = recorded.At,
        });
        foreach (var dossier in e.Dossiers) step.Insert(Line(step, dossier));
    }

    private static DisposalLineRow Line(Step step, DossierToDestroy dossier) => new()
    {
        AgencyId = step.AgencyId,
        InstanceId = step.InstanceId,
        DossierId = dossier.DossierId,
        DossierCode = dossier.Code,
        ProcedureCode = dossier.ProcedureCode,
        ProcedureVersion = dossier.ProcedureVersion,
        ReceivedOn = dossier.ReceivedOn,
        FinishedOn = dossier.FinishedOn,
        EndsOn = dossier.EndsOn,
        Records = dossier.Records,
        Files = dossier.Files,
    };

    private static void TakeOut(Step step, DisposalLineTakenOut e)
    {
        var line = LineOf(step, e.DossierId);
        (line.TakenOutReason, line.TakenOutByName) = (e.Reason, e.By);
        step.Update(line);
    }

    private static DisposalRow Decide(Step step, RecordedEvent recorded, string by, DisposalStatus status)
    {
        var row = step.Find<DisposalRow>()!;
        (row.Status, row.DecidedBy, row.DecidedByName, row.DecidedAt) = (status, recorded.ActorId, by, recorded.At);
        step.Update(row);
        return row;
    }

    private static void End(Step step, RecordedEvent recorded, DossierDisposalEnded e)
    {
        var line = LineOf(step, e.DossierId);
        (line.EndedAt, line.RefusalVi, line.RefusalEn) = (recorded.At, e.Refusal?.Vi, e.Refusal?.En);
        step.Update(line);
    }

    private static void Finish(Step step, RecordedEvent recorded)
    {
        var row = step.Find<DisposalRow>()!;
        (row.Status, row.DoneAt) = (DisposalStatus.Done, recorded.At);
        step.Update(row);
    }

    private static DisposalLineRow LineOf(Step step, string dossierId) => step.All<DisposalLineRow>().Single(line => line.DossierId == dossierId);
}
