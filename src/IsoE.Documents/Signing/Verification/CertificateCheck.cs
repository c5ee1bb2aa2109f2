using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace IsoE.Documents.Signing.Verification;

/// <summary>Whether a signer's certificate may be believed, at the time it was used (RFC 5280; ETSI EN 319 102-1, 5.2.6).</summary>
/// <param name="Chain">From the signer up to the anchor; empty when no trusted anchor is reached.</param>
internal sealed record CertificateCheck(IReadOnlyList<X509Certificate2> Chain, IReadOnlyList<SignatureFinding> Findings)
{
    private const string SigningCertificate = "1.2.840.113549.1.9.16.2.12";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    private static readonly string[] Weak = ["1.2.840.113549.1.1.4", "1.2.840.113549.1.1.5", "1.2.840.10045.4.1", "1.3.14.3.2.26", "1.2.840.113549.2.5"];

    /// <param name="at">When it was signed, as far as known.</param>
    /// <param name="isProven">A time-stamp proves that time.</param>
    public static CertificateCheck Run(
        X509Certificate2 certificate, X509Certificate2Collection others, SignatureTrust trust, DateTimeOffset at, bool isProven, DateTimeOffset now)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(trust.Authorities.Where(IsRoot).ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(trust.Authorities.Where(authority => !IsRoot(authority)).ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(others);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        chain.Build(certificate);
        var status = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
        var elements = chain.ChainElements.Select(element => element.Certificate).ToList();
        var isTrusted = (status & ~X509ChainStatusFlags.NotTimeValid) == 0;
        List<SignatureFinding> findings = [Trusted(status, elements, isTrusted), .. Validity(certificate, at, isProven, now, status)];
        return new CertificateCheck(isTrusted ? elements : [], findings);
    }

    public static SignatureFinding Usage(X509Certificate2 certificate) => CertificateUsage.AllowsSigning(certificate)
        ? new SignatureFinding(FindingCode.UsageRight, FindingGrade.Good)
        : new SignatureFinding(FindingCode.UsageWrong, FindingGrade.Bad);

    public static SignatureFinding Algorithms(SignerInfo signer, IReadOnlyList<X509Certificate2> chain)
    {
        var weak = Weak.Contains(signer.DigestAlgorithm.Value) || Weak.Contains(signer.SignatureAlgorithm.Value)
            ? signer.DigestAlgorithm.FriendlyName ?? signer.DigestAlgorithm.Value
            : chain.Select(WeaknessOf).FirstOrDefault(found => found is not null);
        return weak is null ? new SignatureFinding(FindingCode.AlgorithmsStrong, FindingGrade.Good) : new SignatureFinding(FindingCode.AlgorithmWeak, FindingGrade.Bad, weak);
    }

    /// <summary>The certificate that the signer named under the signature (RFC 5035) is the one that was sent along.</summary>
    public static SignatureFinding? Named(SignerInfo signer)
    {
        var attribute = signer.SignedAttributes.Cast<CryptographicAttributeObject>()
            .FirstOrDefault(known => known.Oid.Value is SigningCertificate or SigningCertificateV2);
        if (attribute is null) return new SignatureFinding(FindingCode.CertificateUnnamed, FindingGrade.NotChecked);
        return attribute.Values.Count == 1 && IsNamed(attribute.Values[0].RawData, attribute.Oid.Value == SigningCertificateV2, signer.Certificate!)
            ? null
            : new SignatureFinding(FindingCode.CertificateExchanged, FindingGrade.Bad);
    }

    private static bool IsNamed(byte[] attribute, bool isSecond, X509Certificate2 certificate)
    {
        try
        {
            var first = new AsnReader(attribute, AsnEncodingRules.BER).ReadSequence().ReadSequence().ReadSequence();
            var algorithm = isSecond ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1;
            if (isSecond && first.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
                algorithm = HashAlgorithmName.FromOid(first.ReadSequence().ReadObjectIdentifier());
            return certificate.GetCertHash(algorithm).AsSpan().SequenceEqual(first.ReadOctetString());
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            return false;
        }
    }

    private static SignatureFinding Trusted(X509ChainStatusFlags status, IReadOnlyList<X509Certificate2> chain, bool isTrusted)
    {
        if (isTrusted) return new SignatureFinding(FindingCode.ChainTrusted, FindingGrade.Good, chain[^1].GetNameInfo(X509NameType.SimpleName, false));
        var isOwnIssuer = chain is [var only] && IsRoot(only);
        if (status.HasFlag(X509ChainStatusFlags.NotSignatureValid)) return new SignatureFinding(FindingCode.ChainBroken, FindingGrade.Bad);
        if (isOwnIssuer) return new SignatureFinding(FindingCode.SelfSigned, FindingGrade.Doubtful);
        return (status & (X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.UntrustedRoot)) != 0
            ? new SignatureFinding(FindingCode.IssuerUnknown, FindingGrade.Doubtful, chain[^1].GetNameInfo(X509NameType.SimpleName, true))
            : new SignatureFinding(FindingCode.ChainBroken, FindingGrade.Bad, status.ToString());
    }

    private static IEnumerable<SignatureFinding> Validity(
        X509Certificate2 certificate, DateTimeOffset at, bool isProven, DateTimeOffset now, X509ChainStatusFlags status)
    {
        if (at < certificate.NotBefore) yield return Dated(FindingCode.NotYetValid, FindingGrade.Bad, certificate.NotBefore);
        else if (at > certificate.NotAfter || status.HasFlag(X509ChainStatusFlags.NotTimeValid)) yield return Dated(FindingCode.Expired, FindingGrade.Bad, certificate.NotAfter);
        else if (!isProven && now > certificate.NotAfter) yield return Dated(FindingCode.ExpiredSince, FindingGrade.Doubtful, certificate.NotAfter);
    }

    private static SignatureFinding Dated(FindingCode code, FindingGrade grade, DateTime date) =>
        new(code, grade, SignatureFinding.Instant(date.ToUniversalTime()));

    private static bool IsRoot(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    private static string? WeaknessOf(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        using var curve = certificate.GetECDsaPublicKey();
        if (rsa is { KeySize: < SigningKeys.ShortestRsa }) return $"RSA {rsa.KeySize}";
        if (curve is { KeySize: < SigningKeys.ShortestCurve }) return $"ECDSA {curve.KeySize}";
        return !IsRoot(certificate) && Weak.Contains(certificate.SignatureAlgorithm.Value) ? certificate.SignatureAlgorithm.FriendlyName : null;
    }
}
