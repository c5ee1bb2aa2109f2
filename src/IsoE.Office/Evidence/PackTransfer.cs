using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Records;
using IsoE.Office.Records.Retention.Transfer;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Evidence;

/// <summary>
/// Makes the package of a hand-over: a ZIP with the register, an evidence pack that proves every dossier, and a folder for each
/// with its metadata, history, records and papers. <c>SHA256SUMS</c> covers every other file.
/// </summary>
internal sealed class PackTransfer(
    OfficeDb db, InstanceRunner instances, ExportPack evidence, PrintDossierRecord whole, ReadTransfers transfers, PackageFiles packages, AttachmentStore store,
    ProcedureLibraries libraries) : IOutboxConsumer
{
    public async Task Deliver(OutboxItem item, CancellationToken cancel)
    {
        var row = await db.Set<TransferRow>().AsNoTracking().SingleAsync(transfer => transfer.InstanceId == item.InstanceId, cancel);
        if (row.Status is not TransferStatus.Preparing) return;
        var (hash, size) = await Write(row, cancel);
        var packed = await instances.Run(
            TransferSteps.Request(row.AgencyId, row.InstanceId, "packed", StepRequest.System),
            step =>
            {
                if (step.Find<TransferRow>()!.Status is TransferStatus.Preparing) step.Record(new TransferPacked(hash, size));
            },
            cancel);
        // It was sent back while it was being made.
        if (packed.Events.Count == 0) packages.Remove(row.InstanceId);
    }

    private async Task<(string Sha256, long Size)> Write(TransferRow row, CancellationToken cancel)
    {
        var lines = await db.Set<TransferLineRow>().AsNoTracking().Where(line => line.InstanceId == row.InstanceId).OrderBy(line => line.DossierCode).ToListAsync(cancel);
        await using var file = packages.Create(row.InstanceId);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var package = new Package(zip);
            await package.Add("muc-luc.pdf", new MemoryStream(await transfers.Register(row.InstanceId, cancel)), cancel);
            await Prove(package, row.AgencyId, lines, cancel);
            foreach (var line in lines) await Add(package, row.AgencyId, line, cancel);
            package.Sum();
        }

        file.Position = 0;
        return (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel)), file.Length);
    }

    private async Task Prove(Package package, string agencyId, List<TransferLineRow> lines, CancellationToken cancel)
    {
        var name = Path.GetTempFileName();
        await using var pack = new FileStream(name, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await evidence.Run(Actor.OfSystem(agencyId), [.. lines.Select(line => line.DossierCode)], "vi", pack, cancel);
        pack.Position = 0;
        await package.Add("bang-chung.pdf", pack, cancel);
    }

    private async Task Add(Package package, string agencyId, TransferLineRow line, CancellationToken cancel)
    {
        var dossier = await db.Set<DossierRow>().AsNoTracking().SingleAsync(row => row.InstanceId == line.DossierId, cancel);
        var folder = line.DossierCode;
        var files = new List<ArchivedFile>
        {
            await package.Add($"{folder}/ho-so-chat-luong.pdf", new MemoryStream((await whole.Run(Actor.OfSystem(agencyId), line.DossierId, cancel)).Pdf), cancel, "Hồ sơ chất lượng"),
        };
        foreach (var record in await db.Set<RecordRow>().AsNoTracking().Where(record => record.InstanceId == line.DossierId && record.Sha256 != null).OrderBy(record => record.Sequence).ToListAsync(cancel))
            files.Add(await package.Add(
                string.Create(CultureInfo.InvariantCulture, $"{folder}/ho-so/{record.Sequence:0000}-{record.Code}.pdf"), store.Open(record.Sha256!), cancel, record.Title.Vi));
        var papers = await db.Attachments.AsNoTracking().Where(paper => paper.InstanceId == line.DossierId).OrderBy(paper => paper.AddedAt).ThenBy(paper => paper.Id).ToListAsync(cancel);
        foreach (var (paper, i) in papers.Select((paper, i) => (paper, i)))
            files.Add(await package.Add(
                string.Create(CultureInfo.InvariantCulture, $"{folder}/giay-to/{i + 1:0000}{Path.GetExtension(paper.Name)}"), store.Open(paper.Sha256), cancel, paper.Name));
        var history = await db.History.AsNoTracking().Where(fact => fact.InstanceId == line.DossierId).OrderBy(fact => fact.Sequence).ToListAsync(cancel);
        files.Add(await package.Add($"{folder}/lich-su.json", Json(history.Select(PackProofs.RowOf)), cancel, "Lịch sử"));
        await package.Add($"{folder}/metadata.json", Json(await Metadata(dossier, line, history, files, cancel)), cancel);
    }

    private async Task<ArchivedDossier> Metadata(
        DossierRow dossier, TransferLineRow line, List<HistoryRow> history, IReadOnlyList<ArchivedFile> files, CancellationToken cancel)
    {
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == dossier.AgencyId, cancel);
        var creator = await db.Set<Person>().AsNoTracking().Where(person => person.Id == dossier.ReceivedBy).Select(person => person.FullName).SingleOrDefaultAsync(cancel);
        var procedure = libraries.Of(dossier.AgencyId).Get(dossier.ProcedureCode, dossier.ProcedureVersion).Procedure;
        return new ArchivedDossier(
            dossier.Code, procedure.Name.Vi, dossier.Subject ?? dossier.ApplicantName, agency.Id, agency.NameVi, creator, dossier.ProcedureCode, dossier.ProcedureVersion,
            line.ReceivedOn, line.FinishedOn, NationalStatus.NameOf(dossier.NationalStatus, dossier.IsInternal).Vi, line.IsPermanent ? "vĩnh viễn" : null, line.EndsOn, "vi",
            history.Count, Convert.ToHexStringLower(history[^1].Hash), files);
    }

    private static MemoryStream Json(object content) => new(Encoding.UTF8.GetBytes(OfficeJson.Write(content)));

    /// <summary>The ZIP as it is written, with the sums of what is in it.</summary>
    private sealed class Package(ZipArchive zip)
    {
        private readonly StringBuilder _sums = new();

        public async Task<ArchivedFile> Add(string name, Stream content, CancellationToken cancel, string? title = null)
        {
            await using var read = content;
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            var buffer = new byte[80 * 1024];
            var (size, count) = (0L, 0);
            while ((count = await read.ReadAsync(buffer, cancel)) > 0)
            {
                hash.AppendData(buffer, 0, count);
                await entry.WriteAsync(buffer.AsMemory(0, count), cancel);
                size += count;
            }

            var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            _sums.Append(CultureInfo.InvariantCulture, $"{sha256}  {name}\n");
            return new ArchivedFile(name, title ?? name, sha256, size);
        }

        /// <summary>Adds the sums, in the form that <c>sha256sum --check</c> reads.</summary>
        public void Sum()
        {
            using var entry = zip.CreateEntry("SHA256SUMS").Open();
            entry.Write(Encoding.UTF8.GetBytes(_sums.ToString()));
        }
    }
}

/// <summary>What an archive asks to know of a dossier (metadata of an electronic file). Dates are in the agency's zone.</summary>
/// <param name="Title">Name of the procedure.</param>
/// <param name="About">Who applied, or what an internal dossier is about.</param>
/// <param name="Creator">Who received or opened it; null when nobody at the agency did.</param>
/// <param name="Retention"><c>vĩnh viễn</c>; null when it is kept until <paramref name="KeptUntil"/>.</param>
/// <param name="Events">Entries of its history.</param>
/// <param name="Head">Hash of the last of them.</param>
internal sealed record ArchivedDossier(
    string Code, string Title, string About, string Agency, string AgencyName, string? Creator, string Procedure, int ProcedureVersion, DateOnly OpenedOn, DateOnly ClosedOn,
    string Status, string? Retention, DateOnly? KeptUntil, string Language, int Events, string Head, IReadOnlyList<ArchivedFile> Files);

/// <param name="Name">In the package.</param>
/// <param name="Size">Bytes.</param>
internal sealed record ArchivedFile(string Name, string Title, string Sha256, long Size);
