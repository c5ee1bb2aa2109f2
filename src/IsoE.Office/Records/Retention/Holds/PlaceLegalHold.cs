using IsoE.Office.Dossiers;
using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Retention.Holds;

/// <summary>Keeps dossiers from being destroyed or erased: one dossier, or those of a procedure or of one of its records.</summary>
public sealed class PlaceLegalHold(OfficeDb db, InstanceRunner instances, ProcedureLibraries libraries)
{
    /// <summary>Numbers of holds. Whoever destroys reads it too, so that no hold comes in between unseen.</summary>
    public const string Series = "legal-hold";

    /// <param name="dossier">Id or code.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>sod-7</c>, <c>ground-missing</c>, <c>dossier-unknown</c>, <c>hold-stands</c>.</exception>
    public async Task OnDossier(Actor actor, string? dossier, string? ground, string commandId, CancellationToken cancel)
    {
        var given = Allowed(actor, ground);
        var asked = dossier?.Trim();
        var id = await db.Set<DossierRow>().AsNoTracking().OpenTo(actor, db)
            .Where(row => row.Code == asked || row.InstanceId == asked).Select(row => row.InstanceId).SingleOrDefaultAsync(cancel)
            ?? throw new RejectedException("dossier-unknown", new Text("Không tìm thấy hồ sơ có mã này trong cơ quan.", "There is no dossier with this code at the agency.")) { Field = "Dossier" };
        await instances.Run(Request(actor, id, commandId), step =>
        {
            if (step.All<LegalHoldRow>().FirstOrDefault(hold => hold.Stands) is { } standing) throw Standing(standing);
            step.Record(new LegalHoldPlaced(RowId.Of("hold", actor.AgencyId, commandId), step.NextNumber(Series), null, null, given, actor.Name));
        }, cancel);
    }

    /// <param name="record">Code of a record of the procedure; null for all its dossiers.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>sod-7</c>, <c>ground-missing</c>, <c>procedure-unknown</c>, <c>record-unknown</c>, <c>hold-stands</c>.</exception>
    public async Task OnProcedure(Actor actor, string? procedure, string? record, string? ground, string commandId, CancellationToken cancel)
    {
        var given = Allowed(actor, ground);
        var versions = libraries.Of(actor.AgencyId).All.Where(version => version.Code == procedure).ToList();
        if (versions.Count == 0)
            throw new RejectedException("procedure-unknown", new Text("Chọn quy trình.", "Choose a procedure.")) { Field = "Procedure" };
        if (record is not null && versions.All(version => version.Procedure.FindRecord(record) is null))
            throw new RejectedException("record-unknown", new Text("Quy trình này không có loại hồ sơ đó.", "The procedure has no such record.")) { Field = "Record" };
        var standing = await db.Set<LegalHoldRow>().AsNoTracking()
            .FirstOrDefaultAsync(hold => hold.ProcedureCode == procedure && hold.RecordCode == record && hold.LiftedAt == null, cancel);
        var id = RowId.Of("hold", actor.AgencyId, commandId);
        if (standing is not null && standing.Id != id) throw Standing(standing);
        await instances.Run(
            Request(actor, id, commandId),
            step => step.Record(new LegalHoldPlaced(id, step.NextNumber(Series), procedure, record, given, actor.Name)),
            cancel);
    }

    private static string Allowed(Actor actor, string? ground)
    {
        Permit.RefuseAdministrators(actor);
        Permit.RequireWhole(actor, Right.HoldRecords);
        return Grounds.Read(ground);
    }

    internal static StepRequest Request(Actor actor, string instanceId, string commandId) =>
        new(actor.AgencyId, instanceId, commandId, actor.PersonId) { Series = [Series], Also = [typeof(LegalHoldRow)] };

    private static RejectedException Standing(LegalHoldRow hold) => new("hold-stands", new Text(
        $"Đã được giữ theo lệnh giữ số {hold.Number} ({hold.PlacedByName}): {hold.Ground}",
        $"It is held already by hold {hold.Number} ({hold.PlacedByName}): {hold.Ground}"));
}
