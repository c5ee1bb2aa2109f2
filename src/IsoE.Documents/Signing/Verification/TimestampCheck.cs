using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace IsoE.Documents.Signing.Verification;

/// <summary>The time of a signature: what a trusted authority says, otherwise what the signer claims (RFC 3161; ETSI EN 319 122-1, 5.3).</summary>
/// <param name="At">The moment to judge certificates by.</param>
internal sealed record TimestampCheck(DateTimeOffset At, bool IsProven, SignatureFinding Finding)
{
    private const string SignatureTimestamp = "1.2.840.113549.1.9.16.2.14";
    private const string TimestampUse = "1.3.6.1.5.5.7.3.8";

    /// <summary>Clocks differ a little.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    /// <param name="others">Certificates that came along with the signature.</param>
    public static TimestampCheck Run(
        SignerInfo signer, X509Certificate2Collection others, DateTimeOffset? claimed, SignatureTrust trust, DateTimeOffset now)
    {
        var stamp = signer.UnsignedAttributes.Cast<CryptographicAttributeObject>().FirstOrDefault(known => known.Oid.Value == SignatureTimestamp);
        if (stamp is not null) return Stamped(stamp, signer, others, claimed, trust, now);
        // An attribute that nobody knows may be a time-stamp whose name was altered.
        if (signer.UnsignedAttributes.Count > 0) return Without(claimed, now, FindingCode.TimestampWrong, FindingGrade.Bad);
        return claimed is { } at && at > now + Slack
            ? new TimestampCheck(now, false, new SignatureFinding(FindingCode.TimeInFuture, FindingGrade.Bad, SignatureFinding.Instant(at)))
            : Without(claimed, now, claimed is null ? FindingCode.TimeMissing : FindingCode.TimeClaimed, FindingGrade.NotChecked);
    }

    private static TimestampCheck Stamped(
        CryptographicAttributeObject stamp, SignerInfo signer, X509Certificate2Collection others, DateTimeOffset? claimed, SignatureTrust trust, DateTimeOffset now)
    {
        if (stamp.Values.Count != 1 || !Rfc3161TimestampToken.TryDecode(stamp.Values[0].RawData, out var token, out var length) || length != stamp.Values[0].RawData.Length)
            return Without(claimed, now, FindingCode.TimestampWrong, FindingGrade.Bad);
        var message = token.AsSignedCms();
        if (!token.VerifySignatureForSignerInfo(signer, out var authority, message.Certificates) || authority is null
            || !message.Encode().AsSpan().SequenceEqual(stamp.Values[0].RawData))
            return Without(claimed, now, FindingCode.TimestampWrong, FindingGrade.Bad);
        var at = token.TokenInfo.Timestamp;
        var uses = authority.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault()?.EnhancedKeyUsages;
        var isMeant = uses?.Cast<Oid>().Any(use => use.Value == TimestampUse) == true;
        var check = CertificateCheck.Run(authority, [.. message.Certificates, .. others], trust, at, isProven: true, now);
        return isMeant && check.Findings.All(finding => finding.Grade < FindingGrade.Doubtful)
            ? new TimestampCheck(at, true, new SignatureFinding(FindingCode.TimeProven, FindingGrade.Good, SignatureFinding.Instant(at)))
            : new TimestampCheck(claimed ?? now, false, new SignatureFinding(FindingCode.TimestampUntrusted, FindingGrade.Doubtful, SignatureFinding.Instant(at)));
    }

    private static TimestampCheck Without(DateTimeOffset? claimed, DateTimeOffset now, FindingCode code, FindingGrade grade) =>
        new(claimed ?? now, false, new SignatureFinding(code, grade, claimed is { } at ? SignatureFinding.Instant(at) : ""));
}
