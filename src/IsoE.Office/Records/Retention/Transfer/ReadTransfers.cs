using IsoE.Office.Organisation;
using IsoE.Office.Records.Printing;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Retention.Transfer;

/// <summary>A hand-over with its dossiers, by code.</summary>
public sealed record TransferView(TransferRow Transfer, IReadOnlyList<TransferLineRow> Lines);

/// <summary>Reads hand-overs, their registers and packages.</summary>
public sealed class ReadTransfers(OfficeDb db, PrintRecord print, AttachmentStore files, PackageFiles packages, NoteRead reads)
{
    /// <summary>Every hand-over with the number of its dossiers, the latest first.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<(TransferRow Transfer, int Dossiers)>> Run(Actor actor, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadRetention);
        var transfers = await db.Set<TransferRow>().AsNoTracking().ToListAsync(cancel);
        var counts = await db.Set<TransferLineRow>().AsNoTracking().GroupBy(line => line.InstanceId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        return [.. transfers.OrderByDescending(transfer => transfer.MadeAt).Select(transfer => (transfer, counts.GetValueOrDefault(transfer.InstanceId)))];
    }

    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>transfer-unknown</c>.</exception>
    public async Task<TransferView> Get(Actor actor, string transferId, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadRetention);
        var row = await db.Set<TransferRow>().AsNoTracking().SingleOrDefaultAsync(transfer => transfer.InstanceId == transferId, cancel) ?? throw TransferSteps.Unknown();
        return new TransferView(row, await db.Set<TransferLineRow>().AsNoTracking().Where(line => line.InstanceId == transferId).OrderBy(line => line.DossierCode).ToListAsync(cancel));
    }

    /// <summary>The register of the hand-over (mục lục hồ sơ nộp lưu).</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>transfer-unknown</c>.</exception>
    public async Task<PrintedDocument> Register(Actor actor, string transferId, CancellationToken cancel)
    {
        var row = (await Get(actor, transferId, cancel)).Transfer;
        return new PrintedDocument(await Register(transferId, cancel), $"muc-luc-nop-luu-{row.Number.Replace('/', '-')}.pdf");
    }

    /// <summary>The package, for who hands it over and who receives it: it holds everything that the dossiers say.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>transfer-unknown</c>, <c>package-gone</c>: the archive has answered, or it is still being made.</exception>
    public async Task<(Stream Content, string FileName)> Package(Actor actor, string transferId, CancellationToken cancel)
    {
        if (!Rights.Allows(actor, Right.ApproveDisposal)) Permit.RequireWhole(actor, Right.ManageRetention);
        var row = (await Get(actor, transferId, cancel)).Transfer;
        if (row.Status is not TransferStatus.Ready)
            throw new RejectedException("package-gone", new Text(
                $"Không có gói để tải: {TransferWords.NameOf(row.Status).Vi}.", $"There is no package to download: {TransferWords.NameOf(row.Status).En}."));
        await reads.Run(actor, ReadKind.Export, dossierId: null, cancel);
        return (packages.Open(transferId), $"nop-luu-{row.Number.Replace('/', '-')}.zip");
    }

    internal async Task<byte[]> Register(string transferId, CancellationToken cancel)
    {
        var record = await db.Set<RecordRow>().AsNoTracking().SingleAsync(row => row.InstanceId == transferId, cancel);
        // Nobody has to sign it here, so that it is never waited for.
        return await files.Read((await print.Run(record.Id, cancel))!, cancel);
    }
}
