using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Procedures;
using IsoE.Office.Records.Retention.Holds;
using IsoE.Office.Records.Retention.Transfer;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Retention.Disposal;

/// <summary>Looks for whatever forbids that the content of one dossier is destroyed.</summary>
public sealed class FindObstacle(OfficeDb db, ProcedureLibraries libraries, ReadLegalHolds holds)
{
    /// <param name="on">Terms that are over before this day oblige no longer. What has no term is on no disposal list, but may be erased for the person concerned.</param>
    /// <returns>Null when there is nothing.</returns>
    public async Task<Text?> Find(DossierRow dossier, DisposalKind kind, DateOnly on, CancellationToken cancel)
    {
        var isRunning = await db.Instances.AnyAsync(
            row => row.InstanceId == dossier.InstanceId && row.Status == nameof(WorkflowStatus.Running) && row.DefinitionId != null, cancel);
        if (Obstacles.Find(dossier, isRunning, await holds.On(dossier, cancel)) is { } obstacle) return obstacle;
        if (await db.Set<TransferLineRow>().Where(line => line.DossierId == dossier.InstanceId).Join(
                db.Set<TransferRow>().Where(transfer => transfer.Status == TransferStatus.Preparing || transfer.Status == TransferStatus.Ready),
                line => line.InstanceId, transfer => transfer.InstanceId, (_, transfer) => transfer.Number).FirstOrDefaultAsync(cancel) is { } number)
            return new Text($"Hồ sơ {dossier.Code} đang nộp lưu đợt số {number}, lưu trữ chưa xác nhận.", $"Dossier {dossier.Code} is being handed over ({number}), and the archive has not acknowledged it.");
        var term = await TermOf(dossier, cancel);
        if (term.Obliges(on) || (kind is DisposalKind.Disposal && term.EndsOn is null)) return Obstacles.Obliged(dossier, term);
        return await db.Set<OutboxRow>().AnyAsync(row => row.InstanceId == dossier.InstanceId && row.Status == OutboxStatus.Pending, cancel)
            ? new Text($"Hồ sơ {dossier.Code} còn việc đang chờ gửi.", $"Something of dossier {dossier.Code} still waits to be delivered.")
            : null;
    }

    private async Task<DossierTerm> TermOf(DossierRow dossier, CancellationToken cancel)
    {
        var records = await db.Set<RecordRow>().AsNoTracking().Where(record => record.InstanceId == dossier.InstanceId).Select(record => record.Code).ToListAsync(cancel);
        var procedure = libraries.Of(dossier.AgencyId).Get(dossier.ProcedureCode, dossier.ProcedureVersion).Procedure;
        return DossierTerm.Of(procedure, records, VietnamTime.DateOf(dossier.FinishedAt!.Value));
    }
}
