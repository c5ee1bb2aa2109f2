using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IsoE.Documents.Forms;
using IsoE.Documents.Packing;
using IsoE.Documents.Typesetting;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Records;
using IsoE.Office.Records.Printing;
using IsoE.Office.Seals;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Workflows;
using IsoE.Workflows.Logs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IsoE.Office.Evidence;

/// <summary>Makes an evidence pack of dossiers: one PDF/A-3 that proves itself without IsoE.</summary>
/// <remarks>The agency is sealed first, so that the pack proves the dossiers as they stand now.</remarks>
public sealed class ExportPack(
    OfficeDb db, FindDossier dossiers, OpenRecord records, PrintRecord print, PrintDossierRecord whole, SealHistory seals, SealingKeys keys,
    Typesetter typesetter, AttachmentStore store, ILogger<ExportPack> log)
{
    /// <summary>More would take longer than anybody waits; draw a sample instead.</summary>
    public const int MostDossiers = 1000;

    private const string Json = "application/json", Pdf = "application/pdf";

    /// <param name="codes">Ids or codes of the dossiers.</param>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>no-dossiers</c>, <c>too-many-dossiers</c>, <c>dossier-unknown</c>, <c>evidence-damaged</c>, and those of sealing.
    /// </exception>
    public async Task Run(Actor actor, IReadOnlyList<string> codes, string language, Stream output, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ExportAuditLog);
        try
        {
            await Write(actor, codes, language, output, cancel);
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or ArgumentException or OverflowException or CryptographicException
            or JsonException or KeyNotFoundException or FileNotFoundException or DirectoryNotFoundException)
        {
            // What the office writes can always be read back. The log says where it could not, in case that it is the program.
            log.LogError(e, "No evidence pack could be made of {Dossiers}", string.Join(", ", codes));
            throw Damaged();
        }
    }

    /// <summary>The refusal of evidence that somebody has tampered with so that it cannot even be shown.</summary>
    internal static RejectedException Damaged() => new("evidence-damaged", new Text(
        "Những gì đã ghi và niêm phong của các hồ sơ này không còn đọc được như lúc lập, nên không lập được gói bằng chứng. Hãy bấm Kiểm tra toàn bộ ở trang Niêm phong để biết điều không khớp.",
        "What was recorded and sealed of these dossiers can no longer be read as it was, so no pack can be made. Check everything on the page of seals to learn what does not fit."));

    private async Task Write(Actor actor, IReadOnlyList<string> codes, string language, Stream output, CancellationToken cancel)
    {
        var packed = new List<Packed>();
        foreach (var code in Chosen(codes))
            packed.Add(await Read(actor, code, cancel));
        var seal = await seals.Seal(actor.AgencyId, actor.PersonId, cancel);
        var tree = await SealLog.Tree(db, actor.AgencyId, cancel);
        var proofs = new PackProofs(db, seal, tree);
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == actor.AgencyId, cancel);
        var report = await Report(actor, agency, seal, packed, language, cancel);
        var writer = new PackWriter(output, report, seal.At);
        writer.Begin();
        var files = new List<PackedFile>();
        async Task Add(EmbeddedFile file)
        {
            var (sha256, size) = await writer.Add(file, cancel);
            files.Add(new PackedFile(file.Name, sha256, size));
        }

        foreach (var dossier in packed)
        {
            var history = await proofs.History(dossier.Row, dossier.Records, dossier.NameOf, cancel);
            await Add(Of(dossier.History, new Text($"Lịch sử hồ sơ {dossier.Row.Code}", $"History of dossier {dossier.Row.Code}").In(language), history));
            var record = await whole.Run(actor, dossier.Row.InstanceId, cancel);
            await Add(EmbeddedFile.Of(dossier.Whole, Pdf, new Text($"Hồ sơ chất lượng {dossier.Row.Code}", $"Quality record {dossier.Row.Code}").In(language), record.Pdf));
            foreach (var paper in dossier.Records)
                await Add(new EmbeddedFile(dossier.NameOf(paper), Pdf, paper.Title.In(language), _ => Task.FromResult(store.Open(paper.Sha256!))));
        }

        await Add(new EmbeddedFile(
            PackFiles.Log, XesWriter.MediaType, new Text("Nhật ký sự kiện (XES)", "Event log (XES)").In(language), _ => Log(actor.AgencyId, packed, cancel)));
        var key = await db.Set<SealingKeyRow>().AsNoTracking().SingleAsync(row => row.Id == seal.KeyId, cancel);
        await Add(Of(PackFiles.Seal, new Text("Niêm phong", "Seal").In(language), SealFile.Of(seal, key.Certificate, agency.NameVi)));
        await Add(Of(PackFiles.Seals, new Text("Các niêm phong trước", "Earlier seals").In(language), await proofs.Earlier(cancel)));
        await Add(Of(PackFiles.Keys, new Text("Khóa niêm phong và chứng thư", "Sealing keys and certificates").In(language), await proofs.Keys(cancel)));
        var manifest = new PackManifest(
            PackFiles.Format, agency.Id, agency.NameVi, Instant.Format(seal.At), actor.Name,
            new PackedReport(report.Length, Convert.ToHexStringLower(SHA256.HashData(report))), files,
            [.. packed.Select(dossier => new PackedDossier(dossier.Row.Code, dossier.History))]);
        await writer.Add(Of(PackFiles.Manifest, new Text("Danh mục của gói", "List of the pack").In(language), manifest), cancel);
        writer.End(hash => keys.SignHash(key, hash));
    }

    private static List<string> Chosen(IReadOnlyList<string> codes)
    {
        var chosen = codes.Select(code => code.Trim()).Where(code => code.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (chosen.Count == 0)
            throw new RejectedException("no-dossiers", new Text(
                "Hãy nhập mã của ít nhất một hồ sơ, mỗi mã một dòng.", "Enter the code of at least one dossier, one on each line."));
        return chosen.Count <= MostDossiers
            ? chosen
            : throw new RejectedException("too-many-dossiers", new Text(
                $"Một gói chứa nhiều nhất {MostDossiers} hồ sơ, ở đây là {chosen.Count}. Hãy rút mẫu nhỏ hơn.",
                $"A pack holds at most {MostDossiers} dossiers, and these are {chosen.Count}. Draw a smaller sample."));
    }

    private async Task<Packed> Read(Actor actor, string code, CancellationToken cancel)
    {
        var view = await dossiers.Run(actor, code, cancel)
            ?? throw new RejectedException("dossier-unknown", new Text($"Cơ quan không có hồ sơ {code}.", $"The agency has no dossier {code}."));
        // What was issued and is not printed yet is printed now: it has to be sealed with the rest. What waits for signatures is not yet a record.
        foreach (var waiting in (await records.Of(view, cancel)).Where(record => record.Sha256 is null))
            await print.Run(waiting.Id, cancel);
        return new Packed(view.Dossier, view.Procedure.Procedure.Name, (await records.Of(view, cancel)).FindAll(record => record.Sha256 is not null));
    }

    private async Task<byte[]> Report(Actor actor, Agency agency, SealRow seal, IReadOnlyList<Packed> packed, string language, CancellationToken cancel)
    {
        var upper = await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == agency.ParentId, cancel);
        var ids = packed.Select(dossier => dossier.Row.InstanceId).ToList();
        var heads = (await db.Set<SealLeafRow>().AsNoTracking()
                .Where(entry => entry.Kind == SealLeafRow.Chain && entry.Place < seal.Size && ids.Contains(entry.Subject)).ToListAsync(cancel))
            .GroupBy(entry => entry.Subject).ToDictionary(entries => entries.Key, entries => entries.MaxBy(entry => entry.Sequence)!);
        var lines = packed.Select(dossier => new EvidenceLine(
            dossier.Row.Code,
            dossier.Procedure.In(language),
            NationalStatus.NameOf(dossier.Row.NationalStatus, dossier.Row.IsInternal).In(language),
            heads[dossier.Row.InstanceId].Sequence.ToString(CultureInfo.InvariantCulture),
            heads[dossier.Row.InstanceId].Hash,
            [dossier.History, dossier.Whole, .. dossier.Records.Select(dossier.NameOf)])).ToList();
        return await typesetter.Render(
            EvidencePrint.Of(agency, upper, seal, lines, actor.Name, language).ToJob(seal.At, PdfStandard.A3a, actor.AgencyId), cancel);
    }

    /// <summary>The events as other tools read them: a trace for each dossier, an event for each row of its history.</summary>
    private async Task<Stream> Log(string agencyId, IReadOnlyList<Packed> packed, CancellationToken cancel)
    {
        var bytes = new MemoryStream();
        using (var log = new XesWriter(bytes, agencyId))
        {
            foreach (var dossier in packed)
            {
                var rows = await db.History.AsNoTracking().Where(row => row.InstanceId == dossier.Row.InstanceId).OrderBy(row => row.Sequence)
                    .Select(row => new { row.Type, row.At, row.ActorId }).ToListAsync(cancel);
                log.Write(new LogCase(dossier.Row.Code, [.. rows.Select(row => new LogEvent(row.Type, row.At) { Resource = row.ActorId })])
                {
                    DeadlineAt = dossier.Row.OriginalPromisedAt,
                    EndedAt = dossier.Row.FinishedAt,
                    IsOpen = dossier.Row.FinishedAt is null,
                });
            }
        }

        bytes.Position = 0;
        return bytes;
    }

    private static EmbeddedFile Of(string name, string description, object content) =>
        EmbeddedFile.Of(name, Json, description, Encoding.UTF8.GetBytes(OfficeJson.Write(content)));

    /// <summary>One dossier of the pack with the names of its files.</summary>
    private sealed record Packed(DossierRow Row, Text Procedure, IReadOnlyList<RecordRow> Records)
    {
        public string History => $"{Plain(Row.Code)}.history.json";

        public string Whole => $"{Plain(Row.Code)}.dossier.pdf";

        public string NameOf(RecordRow record) => string.Create(CultureInfo.InvariantCulture, $"{Plain(Row.Code)}.{Plain(record.Code)}-{record.Sequence}.pdf");

        private static string Plain(string text) => string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' ? letter : '-'));
    }
}
