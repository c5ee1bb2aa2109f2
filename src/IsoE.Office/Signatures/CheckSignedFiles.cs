using IsoE.Documents.Signing.Verification;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Signatures;

/// <summary>The first signed document with which something is wrong.</summary>
public sealed record SignedFileFinding(string AgencyId, string InstanceId, string Record, Text Reason);

/// <summary>What a check of signed documents went through.</summary>
/// <param name="Unproven">Signatures that fit, but whose certificate or time nobody here can vouch for.</param>
/// <param name="Doubt">Why the first of them is unproven; null when none is.</param>
/// <param name="Finding">Null when every signature stands.</param>
public sealed record CheckedSignedFiles(int Files, int Signatures, int Unproven, Text? Doubt, SignedFileFinding? Finding);

/// <summary>Holds the documents that an agency has signed against what its history says of them: bytes, signers, time.</summary>
/// <remarks>A document that the law had destroyed accuses nobody.</remarks>
public sealed class CheckSignedFiles(IDbContextFactory<OfficeDb> databases, VerifySignatures verify, AttachmentStore store)
{
    /// <summary>Clocks of signers and servers may differ by so much.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(15);

    public async Task<CheckedSignedFiles> Run(string agencyId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var destroyed = await DestroyedFiles.Of(db, agencyId, cancel);
        var (files, signatures, unproven) = (0, 0, 0);
        Text? doubt = null;
        var verification = verify.Begin();
        foreach (var document in (await Signed(db, agencyId, cancel)).GroupBy(told => (told.InstanceId, Record: told.Signed.RecordId ?? told.Signed.Record)))
        {
            var told = LastState(document.ToList());
            if (destroyed.Contains(told[0].Signed.After)) continue;
            var found = await Read(verification, told[0].Signed.After, cancel);
            if (Fault(told, found) is { } reason)
                return new CheckedSignedFiles(files, signatures, unproven, doubt, new SignedFileFinding(agencyId, document.Key.InstanceId, document.Key.Record, reason));
            (files, signatures) = (files + 1, signatures + found!.Signatures.Count);
            foreach (var signature in found.Signatures.Where(one => one.Verdict == SignatureVerdict.Unproven))
            {
                unproven++;
                doubt ??= SignatureTexts.Of(Worst(signature.Findings));
            }
        }

        return new CheckedSignedFiles(files, signatures, unproven, doubt, null);
    }

    /// <summary>The signatures of the last state of a document, the last one first; those of a draft that was put aside are not among them.</summary>
    private static List<Told> LastState(List<Told> all)
    {
        List<Told> last = [all[^1]];
        for (var i = all.Count - 2; i >= 0; i--)
            if (all[i].Signed.After == last[^1].Signed.Before) last.Add(all[i]);
        return last;
    }

    /// <summary>The first thing that is wrong with a document, without a full stop; null for nothing.</summary>
    private static Text? Fault(List<Told> told, VerifiedPdf? found)
    {
        if (found is null) return new Text("tệp đã ký không còn, hoặc không đúng mã băm", "the signed file is gone, or does not fit its hash");
        if (found.Findings.Concat(found.Signatures.SelectMany(signature => signature.Findings)).FirstOrDefault(finding => finding.Grade == FindingGrade.Bad) is { } bad)
            return Sentence(SignatureTexts.Of(bad));
        foreach (var (_, at, signed) in told)
        {
            var own = found.Signatures.Where(signature => signature.Certificate is { } certificate && PutSignature.HashOf(certificate.RawData) == signed.CertificateSha256).ToList();
            if (own.Count == 0) return new Text($"tệp thiếu chữ ký của {signed.Holder}", $"the file lacks the signature of {signed.Holder}");
            if (own.TrueForAll(signature => (signature.ProvenAt ?? signature.ClaimedAt) is not { } time || (time - at).Duration() > Tolerance))
                return new Text(
                    $"thời điểm ký của {signed.Holder} trong tệp khác với lịch sử", $"the time at which {signed.Holder} signed is not the one in the history");
        }

        return null;
    }

    private static SignatureFinding Worst(IReadOnlyList<SignatureFinding> findings) => findings.MaxBy(finding => finding.Grade)!;

    private static Text Sentence(Text whole) => new(whole.Vi.TrimEnd('.'), whole.En.TrimEnd('.'));

    /// <summary>Null when the file is gone, or its bytes are not those of its hash.</summary>
    private async Task<VerifiedPdf?> Read(PdfVerification verification, string sha256, CancellationToken cancel)
    {
        try
        {
            var bytes = await store.Read(sha256, cancel);
            return PutSignature.HashOf(bytes) == sha256 ? await verification.Run(bytes, cancel) : null;
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            return null;
        }
    }

    private static async Task<List<Told>> Signed(OfficeDb db, string agencyId, CancellationToken cancel)
    {
        var rows = await db.History.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.AgencyId == agencyId && row.Type == nameof(DocumentSigned) && row.DataNonce != null)
            .OrderBy(row => row.InstanceId).ThenBy(row => row.Sequence)
            .Select(row => new { row.InstanceId, row.At, row.Data }).ToListAsync(cancel);
        return [.. rows.Select(row => new Told(row.InstanceId, row.At, OfficeJson.Read<DocumentSigned>(row.Data)))];
    }

    private sealed record Told(string InstanceId, DateTimeOffset At, DocumentSigned Signed);
}
