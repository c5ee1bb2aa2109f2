using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Retention.Holds;

/// <summary>Lifts a hold; the ground of that stays beside it. One on a confidential dossier is for its people only.</summary>
public sealed class LiftLegalHold(OfficeDb db, InstanceRunner instances)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>sod-7</c>, <c>ground-missing</c>, <c>hold-unknown</c>, <c>hold-lifted</c>.</exception>
    public async Task Run(Actor actor, string holdId, string? ground, string commandId, CancellationToken cancel)
    {
        Permit.RefuseAdministrators(actor);
        Permit.RequireWhole(actor, Right.HoldRecords);
        var given = Grounds.Read(ground, "LiftGround");
        var known = await db.Set<LegalHoldRow>().AsNoTracking().OpenTo(actor, db).SingleOrDefaultAsync(hold => hold.Id == holdId, cancel)
            ?? throw new RejectedException("hold-unknown", new Text("Không tìm thấy lệnh giữ này trong cơ quan.", "There is no such hold at the agency."));
        await instances.Run(PlaceLegalHold.Request(actor, known.InstanceId, commandId), step =>
        {
            var hold = step.All<LegalHoldRow>().Single(row => row.Id == holdId);
            if (!hold.Stands)
                throw new RejectedException("hold-lifted", new Text(
                    $"{hold.LiftedByName} đã bỏ lệnh giữ số {hold.Number}.", $"{hold.LiftedByName} has lifted hold {hold.Number}."));
            step.Record(new LegalHoldLifted(holdId, hold.Number, given, actor.Name));
        }, cancel);
    }
}
