using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Records.Retention.Disposal;
using IsoE.Office.Records.Retention.Holds;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Retention;

/// <summary>Keeps confidential dossiers out of holds and lists for everybody who is not named for them (SoD-10).</summary>
internal static class ConfidentialLines
{
    public static IQueryable<LegalHoldRow> OpenTo(this IQueryable<LegalHoldRow> holds, Actor actor, OfficeDb db)
    {
        var open = db.Set<DossierRow>().OpenTo(actor, db);
        return holds.Where(hold => hold.DossierCode == null || open.Any(dossier => dossier.InstanceId == hold.InstanceId));
    }

    public static IQueryable<DisposalLineRow> OpenTo(this IQueryable<DisposalLineRow> lines, Actor actor, OfficeDb db)
    {
        var open = db.Set<DossierRow>().OpenTo(actor, db);
        return lines.Where(line => open.Any(dossier => dossier.InstanceId == line.DossierId));
    }

    /// <summary>Nobody has something destroyed that they may not see.</summary>
    /// <exception cref="RejectedException"><c>sod-10</c>.</exception>
    public static async Task RequireOpen(this IQueryable<DisposalLineRow> lines, Actor actor, OfficeDb db, CancellationToken cancel)
    {
        if (await lines.OpenTo(actor, db).CountAsync(cancel) == await lines.CountAsync(cancel)) return;
        throw new RejectedException("sod-10", new Text(
            $"Danh mục có hồ sơ bảo mật mà {actor.Name} không được giao đích danh: người được giao phải phê duyệt, hoặc hồ sơ đó được đưa ra khỏi danh mục (SoD-10).",
            $"The list holds a confidential dossier for which {actor.Name} is not named: somebody who is has to approve it, or the dossier is taken off the list (SoD-10)."));
    }
}
