using IsoE.Office.Calendars;
using IsoE.Office.Deadlines;
using IsoE.Office.Instances;

namespace IsoE.Office.Moves;

/// <summary>Keeps the rows of a batch as its history tells, and has it carried out once it may be.</summary>
internal sealed class MoveProjection : IProjection
{
    /// <summary>Outbox topic: an approved batch, its version in force.</summary>
    public const string CarryOutTopic = "carry-out-move";

    public void Apply(Step step, RecordedEvent recorded)
    {
        switch (recorded.Fact)
        {
            case MoveProposed e: Propose(step, recorded, e); break;
            case MoveApproved e: Approve(step, Decide(step, recorded, e.By, MoveStatus.Approved)); break;
            case MoveRejected e: Decide(step, recorded, e.By, MoveStatus.Rejected).Reason = e.Reason; break;
            case DossierMoveEnded e: End(step, recorded, e); break;
            case MoveDone: Finish(step, recorded); break;
        }
    }

    private static void Propose(Step step, RecordedEvent recorded, MoveProposed e)
    {
        step.Insert(new MoveRow
        {
            AgencyId = step.AgencyId,
            InstanceId = step.InstanceId,
            DocumentId = e.DocumentId,
            Code = e.Code,
            ToVersion = e.ToVersion,
            EffectiveFrom = e.EffectiveFrom,
            Status = MoveStatus.Proposed,
            Ground = e.Ground,
            ProposedBy = recorded.ActorId,
            ProposedByName = e.By,
            ProposedAt = recorded.At,
        });
        foreach (var dossier in e.Dossiers)
            step.Insert(new MoveLineRow
            {
                AgencyId = step.AgencyId,
                InstanceId = step.InstanceId,
                DossierId = dossier.DossierId,
                DossierCode = dossier.Code,
                FromVersion = dossier.FromVersion,
            });
    }

    private static MoveRow Decide(Step step, RecordedEvent recorded, string by, MoveStatus status)
    {
        var row = step.Find<MoveRow>()!;
        (row.Status, row.DecidedBy, row.DecidedByName, row.DecidedAt) = (status, recorded.ActorId, by, recorded.At);
        step.Update(row);
        return row;
    }

    private static void Approve(Step step, MoveRow row)
    {
        var first = VietnamTime.ToInstant(row.EffectiveFrom, TimeOnly.MinValue);
        if (first > step.Now) EffectiveDate.Set(step, first, CarryOutTopic);
        else step.Enqueue(CarryOutTopic, step.InstanceId, "{}");
    }

    private static void End(Step step, RecordedEvent recorded, DossierMoveEnded e)
    {
        var line = step.All<MoveLineRow>().Single(each => each.DossierId == e.DossierId);
        line.EndedAt = recorded.At;
        (line.RefusalVi, line.RefusalEn) = (e.Refusal?.Vi, e.Refusal?.En);
        (line.PromisedFrom, line.PromisedTo) = (e.PromisedFrom, e.PromisedTo);
        step.Update(line);
    }

    private static void Finish(Step step, RecordedEvent recorded)
    {
        var row = step.Find<MoveRow>()!;
        (row.Status, row.DoneAt) = (MoveStatus.Done, recorded.At);
        step.Update(row);
    }
}
