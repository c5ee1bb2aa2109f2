using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using IsoE.Documents.Signing.Objects;

namespace IsoE.Documents.Signing.Verification;

/// <summary>Verifies the signatures of a PDF file, whoever made them (ISO 32000-1, 12.8; PAdES; ETSI EN 319 102-1).</summary>
/// <remarks>A signature counts only with the state that it covers; what was added later is judged by <see cref="ChangesCheck"/>.</remarks>
public sealed class PdfVerification(SignatureTrust trust, TimeProvider clock)
{
    private const int MostSignatures = 200;

    /// <summary>Everything found; a file that cannot be read is a finding, not an exception.</summary>
    public async Task<VerifiedPdf> Run(ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        try
        {
            var pdf = PdfFile.Open(file);
            if (pdf.Trailer.Raw("Encrypt") is not null) return Failed(FindingCode.FileLocked, "");
            var signed = SignatureWidgets.Of(pdf).Where(field => field.Value is not null).Take(MostSignatures).ToList();
            var signatures = new List<VerifiedSignature>();
            using var servers = trust.Http is { } http ? new RevocationServers(http, trust.FetchLimit, cancel) : null;
            foreach (var field in signed) signatures.Add(await Verify(file, pdf, field, servers));
            return new VerifiedPdf(signatures, Removed(file, pdf, signed));
        }
        catch (PdfUnreadableException e)
        {
            return Failed(FindingCode.FileUnreadable, e.Message);
        }
    }

    private async Task<VerifiedSignature> Verify(ReadOnlyMemory<byte> file, PdfFile pdf, SignatureWidget field, RevocationServers? servers)
    {
        var content = SignedContent.Read(file, pdf, field.Value!);
        var findings = new List<SignatureFinding>(content.Faults);
        var claimed = SignedContent.ClaimedAt(pdf, field.Value!);
        var reason = (pdf.Resolve(field.Value!.Raw("Reason")) as PdfString)?.Text ?? "";
        if (content.Message is not { } message) return new VerifiedSignature(field.Field, reason, null, claimed, null, findings);
        try
        {
            findings.Add(IntegrityCheck.Of(message));
            findings.Add(Changes(file, pdf, content.Range));
            var signer = message.SignerInfos[0];
            var time = TimestampCheck.Run(signer, message.Certificates, claimed, trust, clock.GetUtcNow());
            findings.Add(time.Finding);
            findings.AddRange(await Certificate(pdf, message, time, servers));
            return new VerifiedSignature(field.Field, reason, signer.Certificate, claimed, time.IsProven ? time.At : null, findings);
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException)
        {
            // Certificates are read piece by piece, and any piece can be broken.
            findings.Add(new SignatureFinding(FindingCode.SignatureUnreadable, FindingGrade.Bad));
            return new VerifiedSignature(field.Field, reason, null, claimed, null, findings);
        }
    }

    private async Task<IReadOnlyList<SignatureFinding>> Certificate(PdfFile pdf, SignedCms message, TimestampCheck time, RevocationServers? servers)
    {
        var signer = message.SignerInfos[0];
        if (signer.Certificate is not { } certificate) return [new SignatureFinding(FindingCode.SignatureUnreadable, FindingGrade.Bad)];
        var check = CertificateCheck.Run(certificate, message.Certificates, trust, time.At, time.IsProven, clock.GetUtcNow());
        var findings = new List<SignatureFinding>(check.Findings);
        if (CertificateCheck.Named(signer) is { } named) findings.Add(named);
        findings.Add(CertificateCheck.Usage(certificate));
        findings.Add(CertificateCheck.Algorithms(signer, check.Chain.Count > 0 ? check.Chain : [certificate]));
        var (lists, answers) = RevocationData.Of(pdf, signer);
        findings.Add(await new RevocationCheck(trust, lists, answers, servers, clock.GetUtcNow()).Run(check.Chain, time.At, time.IsProven));
        return findings;
    }

    private static SignatureFinding Changes(ReadOnlyMemory<byte> file, PdfFile pdf, SignedRange range)
    {
        try
        {
            return ChangesCheck.Run(file, pdf, range.End);
        }
        catch (PdfUnreadableException e)
        {
            return new SignatureFinding(FindingCode.RangeWrong, FindingGrade.Bad, e.Message);
        }
    }

    /// <summary>Signatures of an earlier state that the file does not have any more.</summary>
    private static IReadOnlyList<SignatureFinding> Removed(ReadOnlyMemory<byte> file, PdfFile pdf, List<SignatureWidget> signed)
    {
        var known = signed.Select(field => RangeText(pdf, field)).ToHashSet(StringComparer.Ordinal);
        return [.. EarlierStates(file)
            .SelectMany(state => SignatureWidgets.Of(state).Where(field => field.Value is not null).Select(field => (field.Field, Range: RangeText(state, field))))
            .Where(field => !known.Contains(field.Range))
            .DistinctBy(field => field.Range)
            .Select(field => new SignatureFinding(FindingCode.SignatureRemoved, FindingGrade.Bad, field.Field))];
    }

    private static IEnumerable<PdfFile> EarlierStates(ReadOnlyMemory<byte> file)
    {
        var at = 0;
        for (var states = 0; states < MostSignatures; states++)
        {
            var next = file.Span[at..].IndexOf("%%EOF"u8);
            if (next < 0 || (at += next + "%%EOF".Length) >= file.Length - "%%EOF".Length) yield break;
            if (Opened(file[..at]) is { } state) yield return state;
        }
    }

    private static PdfFile? Opened(ReadOnlyMemory<byte> part)
    {
        try
        {
            var state = PdfFile.Open(part);
            return SignatureWidgets.Of(state).Count >= 0 ? state : null;
        }
        catch (PdfUnreadableException)
        {
            // The first mark of a linearised file ends no state.
            return null;
        }
    }

    private static string RangeText(PdfFile pdf, SignatureWidget field) => string.Join(' ', pdf.Numbers(field.Value!.Raw("ByteRange")));

    private static VerifiedPdf Failed(FindingCode code, string detail) => new([], [new SignatureFinding(code, FindingGrade.Bad, detail)]);
}
