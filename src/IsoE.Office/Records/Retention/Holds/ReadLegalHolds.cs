using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Retention.Holds;

/// <summary>Reads holds.</summary>
public sealed class ReadLegalHolds(OfficeDb db)
{
    /// <summary>Every hold, those that stand first, then the latest first. Holds on confidential dossiers are for their people only.</summary>
    /// <exception cref="Workflows.RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<LegalHoldRow>> Run(Actor actor, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadRetention);
        var rows = await db.Set<LegalHoldRow>().AsNoTracking().OpenTo(actor, db).ToListAsync(cancel);
        return [.. rows.OrderByDescending(hold => hold.Stands).ThenByDescending(hold => hold.Number)];
    }

    /// <summary>What holds a dossier now; empty when nothing does.</summary>
    /// <remarks>The caller has made sure that who asks may read the dossier.</remarks>
    public async Task<IReadOnlyList<LegalHoldRow>> On(DossierRow dossier, CancellationToken cancel) =>
        (await Standing([dossier], cancel))[dossier.InstanceId];

    /// <summary>What holds which of the dossiers now, by their ids.</summary>
    internal async Task<IReadOnlyDictionary<string, IReadOnlyList<LegalHoldRow>>> Standing(IReadOnlyList<DossierRow> dossiers, CancellationToken cancel)
    {
        var standing = await db.Set<LegalHoldRow>().AsNoTracking().Where(hold => hold.LiftedAt == null).OrderBy(hold => hold.Number).ToListAsync(cancel);
        var wanted = standing.Select(hold => hold.RecordCode).OfType<string>().Distinct().ToList();
        var ids = dossiers.Select(dossier => dossier.InstanceId).ToList();
        var left = wanted.Count == 0
            ? []
            : (await db.Set<RecordRow>().AsNoTracking().Where(record => wanted.Contains(record.Code) && ids.Contains(record.InstanceId))
                .Select(record => new { record.InstanceId, record.Code }).ToListAsync(cancel)).Select(record => (record.InstanceId, record.Code)).ToHashSet();
        return dossiers.ToDictionary(
            dossier => dossier.InstanceId,
            dossier => (IReadOnlyList<LegalHoldRow>)[.. standing.Where(hold => hold.ProcedureCode is null
                ? hold.InstanceId == dossier.InstanceId
                : hold.ProcedureCode == dossier.ProcedureCode && (hold.RecordCode is null || left.Contains((dossier.InstanceId, hold.RecordCode))))]);
    }
}
