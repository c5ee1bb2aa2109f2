using IsoE.Office.Dossiers;
using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Instances;

namespace IsoE.Office.Records.Retention.Holds;

/// <summary>Keeps the rows of holds as the histories tell.</summary>
internal sealed class LegalHoldProjection : IProjection
{
    public void Apply(Step step, RecordedEvent recorded)
    {
        if (recorded.Fact is LegalHoldPlaced placed) Place(step, recorded, placed);
        else if (recorded.Fact is LegalHoldLifted lifted) Lift(step, recorded, lifted);
    }

    private static void Place(Step step, RecordedEvent recorded, LegalHoldPlaced e) => step.Insert(new LegalHoldRow
    {
        AgencyId = step.AgencyId,
        Id = e.HoldId,
        InstanceId = step.InstanceId,
        Number = e.Number,
        DossierCode = e.ProcedureCode is null ? step.Find<DossierRow>()!.Code : null,
        ProcedureCode = e.ProcedureCode,
        RecordCode = e.RecordCode,
        Ground = e.Ground,
        PlacedAt = recorded.At,
        PlacedByName = e.By,
    });

    private static void Lift(Step step, RecordedEvent recorded, LegalHoldLifted e)
    {
        var row = step.All<LegalHoldRow>().Single(hold => hold.Id == e.HoldId);
        (row.LiftedAt, row.LiftedByName, row.LiftGround) = (recorded.At, e.By, e.Ground);
        step.Update(row);
    }
}
