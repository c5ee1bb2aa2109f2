using IsoE.Documents.Signing.Verification;
using IsoE.Office.Signatures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Signing;

/// <summary>A file of a dossier that carries signatures.</summary>
/// <param name="Found">Null when the file is kept no longer.</param>
public sealed record SignedFileView(Text Name, VerifiedPdf? Found);

/// <summary>Verifies the signed files of a dossier: results signed here, and PDF files that came signed.</summary>
public sealed class FindSignedFiles(OfficeDb db, VerifySignatures verify)
{
    private const string PdfType = "application/pdf";

    /// <param name="records">Records of the dossier, which the caller may read.</param>
    /// <param name="papers">Files handed in, which the caller may read.</param>
    public async Task<IReadOnlyList<SignedFileView>> Run(
        string dossierId, IReadOnlyList<RecordRow> records, IReadOnlyList<AttachmentRow> papers, CancellationToken cancel)
    {
        var signed = await db.Set<SignedDocumentRow>().AsNoTracking().Where(row => row.InstanceId == dossierId).OrderBy(row => row.Sequence).ToListAsync(cancel);
        var files = new List<SignedFileView>();
        // Of a document signed several times the last state has all signatures.
        foreach (var last in signed.GroupBy(row => row.RecordId ?? row.Record).Select(same => same.Last()))
            files.Add(new SignedFileView(records.LastOrDefault(record => record.Id == last.RecordId || (last.RecordId is null && record.Code == last.Record))?.Title ?? new Text(last.Record, last.Record), await verify.OfStored(last.Sha256, cancel)));
        foreach (var paper in papers.Where(paper => paper.ContentType == PdfType))
            if (await verify.OfStored(paper.Sha256, cancel) is { Signatures.Count: > 0 } found)
                files.Add(new SignedFileView(new Text(paper.Name, paper.Name), found));
        return files;
    }
}
