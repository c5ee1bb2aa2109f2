using IsoE.Office.Dossiers;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Retention.Disposal;

/// <summary>Looks for whatever forbids that the content of one dossier is destroyed.</summary>
public sealed class FindObstacle(OfficeDb db, ReadKept kept)
{
    /// <param name="on">Terms that are over before this day oblige no longer. What has no term is on no disposal list, but may be erased for the person concerned.</param>
    /// <returns>Null when there is nothing.</returns>
    public async Task<Text?> Find(DossierRow dossier, DisposalKind kind, DateOnly on, CancellationToken cancel) =>
        await Find((await kept.Run([dossier], cancel)).Single(), kind, on, cancel);

    /// <inheritdoc cref="Find(DossierRow, DisposalKind, DateOnly, CancellationToken)"/>
    public async Task<Text?> Find(KeptDossier known, DisposalKind kind, DateOnly on, CancellationToken cancel)
    {
        var (dossier, term) = (known.Dossier, known.Term);
        if (Obstacles.Find(known) is { } obstacle) return obstacle;
        if (term.Obliges(on) || (kind is DisposalKind.Disposal && term.EndsOn is null)) return Obstacles.Obliged(dossier, term);
        return await db.Set<OutboxRow>().AnyAsync(row => row.InstanceId == dossier.InstanceId && row.Status == OutboxStatus.Pending, cancel)
            ? new Text($"Hồ sơ {dossier.Code} còn việc đang chờ gửi.", $"Something of dossier {dossier.Code} still waits to be delivered.")
            : null;
    }
}
