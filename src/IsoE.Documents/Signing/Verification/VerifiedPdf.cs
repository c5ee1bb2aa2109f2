using System.Security.Cryptography.X509Certificates;

namespace IsoE.Documents.Signing.Verification;

/// <summary>The answer about a signature (ETSI EN 319 102-1, 5.1.3: passed, indeterminate, failed).</summary>
public enum SignatureVerdict
{
    Valid,
    Unproven,
    Invalid,
}

/// <summary>Everything found about the signatures of a file.</summary>
/// <param name="Findings">About the file itself: it cannot be read, a signature was taken out.</param>
public sealed record VerifiedPdf(IReadOnlyList<VerifiedSignature> Signatures, IReadOnlyList<SignatureFinding> Findings)
{
    /// <summary>There are signatures, and all of them stand.</summary>
    public bool IsSignedAndValid =>
        Signatures.Count > 0 && Signatures.All(signature => signature.Verdict == SignatureVerdict.Valid) && Findings.All(finding => finding.Grade < FindingGrade.Doubtful);
}

/// <summary>One signature, who made it, and what was found about it.</summary>
/// <param name="Field">Its field in the form.</param>
/// <param name="Certificate">The signer's; null when it cannot be read.</param>
/// <param name="ClaimedAt">When the signer says it was made.</param>
/// <param name="ProvenAt">When a trusted time-stamp says that it existed.</param>
public sealed record VerifiedSignature(
    string Field,
    string Reason,
    X509Certificate2? Certificate,
    DateTimeOffset? ClaimedAt,
    DateTimeOffset? ProvenAt,
    IReadOnlyList<SignatureFinding> Findings)
{
    /// <summary>Name of the signer in the certificate.</summary>
    public string Signer => Certificate?.GetNameInfo(X509NameType.SimpleName, forIssuer: false) ?? "";

    public string Issuer => Certificate?.GetNameInfo(X509NameType.SimpleName, forIssuer: true) ?? "";

    public SignatureVerdict Verdict => Findings.Max(finding => finding.Grade) switch
    {
        FindingGrade.Bad => SignatureVerdict.Invalid,
        FindingGrade.Doubtful => SignatureVerdict.Unproven,
        _ => SignatureVerdict.Valid,
    };
}
