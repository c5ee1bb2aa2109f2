using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Ocsp;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Security.Certificates;
using Org.BouncyCastle.X509;
using BouncyCertificate = Org.BouncyCastle.X509.X509Certificate;

namespace IsoE.Documents.Signing.Verification;

/// <summary>Whether a certificate was taken back, by lists (RFC 5280, 5) and answers (RFC 6960) that came along, are at hand, or can be fetched.</summary>
/// <remarks>
/// Nothing is fetched but from the address that a trusted authority wrote into a certificate. What is known has to reach up to
/// the signing; when nobody proves that time, up to now: whoever has stolen a key claims an early time.
/// </remarks>
internal sealed class RevocationCheck(SignatureTrust trust, IReadOnlyList<byte[]> lists, IReadOnlyList<byte[]> answers, RevocationServers? servers, DateTimeOffset now)
{
    private const string DistributionPoints = "2.5.29.31";
    private const int MostAddresses = 3;

    /// <summary>An answer that names no next update is as of its own moment; clocks differ a little.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(15);

    /// <param name="chain">From the signer up to the anchor.</param>
    /// <param name="at">When it was signed; proven by a time-stamp, or only claimed.</param>
    public async Task<SignatureFinding> Run(IReadOnlyList<X509Certificate2> chain, DateTimeOffset at, bool isProven)
    {
        if (chain.Count == 0) return new SignatureFinding(FindingCode.RevocationNotChecked, FindingGrade.NotChecked);
        SignatureFinding? unknown = null;
        for (var i = 0; i + 1 < chain.Count; i++)
        {
            var (state, silent) = await StateOf(chain[i], chain[i + 1], isProven ? at : now);
            if (state is { RevokedAt: { } revoked })
                return isProven && at < revoked
                    ? new SignatureFinding(FindingCode.RevokedLater, FindingGrade.Good, SignatureFinding.Instant(revoked))
                    : new SignatureFinding(FindingCode.Revoked, FindingGrade.Bad, SignatureFinding.Instant(revoked));
            if (state is null)
                unknown ??= silent is null
                    ? new SignatureFinding(FindingCode.RevocationNotChecked, FindingGrade.NotChecked, chain[i].GetNameInfo(X509NameType.SimpleName, forIssuer: false))
                    : new SignatureFinding(FindingCode.RevocationUnanswered, FindingGrade.NotChecked, silent);
        }

        return unknown ?? new SignatureFinding(FindingCode.NotRevoked, FindingGrade.Good);
    }

    /// <summary>What is known of a certificate; null for nothing, and then which server gave no usable answer, if one was asked.</summary>
    private async Task<(State? State, string? Silent)> StateOf(X509Certificate2 certificate, X509Certificate2 issuer, DateTimeOffset at)
    {
        var own = new X509CertificateParser().ReadCertificate(certificate.RawData);
        var known = answers.Select(answer => ByAnswer(answer, own, issuer, at, nonce: null))
            .Concat(lists.Concat(trust.RevocationLists).Select(list => ByList(list, own, issuer, at)))
            .OfType<State>().ToList();
        string? silent = null;
        if (known.Count == 0 && servers is not null)
        {
            foreach (var address in Responders(certificate))
                if (await Asked(address, own, issuer, at) is { } state) known.Add(state);
                else silent ??= address.Host;
            foreach (var address in known.Count == 0 ? ListsOf(certificate) : [])
                if (await servers.List(address) is { } list && ByList(list, own, issuer, at) is { } state) known.Add(state);
                else silent ??= address.Host;
        }

        return (known.Find(state => state.RevokedAt is not null) ?? known.FirstOrDefault(), silent);
    }

    private async Task<State?> Asked(Uri address, BouncyCertificate own, X509Certificate2 issuer, DateTimeOffset at)
    {
        var nonce = RandomNumberGenerator.GetBytes(16);
        return await servers!.Answer(address, Question(own, issuer, nonce)) is { } answer ? ByAnswer(answer, own, issuer, at, nonce) : null;
    }

    private static byte[] Question(BouncyCertificate own, X509Certificate2 issuer, byte[] nonce)
    {
        var above = new X509CertificateParser().ReadCertificate(issuer.RawData);
        var question = new OcspReqGenerator();
        question.AddRequest(new CertificateID(CertificateID.DigestSha1, above, own.SerialNumber));
        var extensions = new X509ExtensionsGenerator();
        extensions.AddExtension(OcspObjectIdentifiers.PkixOcspNonce, false, new DerOctetString(nonce));
        question.SetRequestExtensions(extensions.Generate());
        return question.Generate().GetEncoded();
    }

    private static IEnumerable<Uri> Responders(X509Certificate2 certificate) =>
        OnTheWeb(certificate.Extensions.OfType<X509AuthorityInformationAccessExtension>().FirstOrDefault()?.EnumerateOcspUris() ?? []);

    private static IEnumerable<Uri> OnTheWeb(IEnumerable<string> addresses) => addresses
        .Select(text => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null)
        .OfType<Uri>().Take(MostAddresses);

    private static State? ByList(byte[] bytes, BouncyCertificate own, X509Certificate2 issuer, DateTimeOffset at)
    {
        try
        {
            var list = new X509CrlParser().ReadCrl(bytes);
            if (list is null || !list.IssuerDN.Equivalent(own.IssuerDN) || !IsSignedBy(issuer, list.GetTbsCertList(), list.GetSignature(), list.SigAlgOid)) return null;
            if (list.GetRevokedCertificate(own.SerialNumber) is { } entry) return new State(entry.RevocationDate);
            return Reaches(list.ThisUpdate, list.NextUpdate, at) ? new State(null) : null;
        }
        catch (Exception e) when (e is CrlException or IOException or ArgumentException or GeneralSecurityException or InvalidCastException or CryptographicException)
        {
            return null;
        }
    }

    /// <param name="nonce">What was sent with the question and has to come back, unless the responder knows no such thing; null when nobody asked.</param>
    private static State? ByAnswer(byte[] bytes, BouncyCertificate own, X509Certificate2 issuer, DateTimeOffset at, byte[]? nonce)
    {
        try
        {
            if (new OcspResp(bytes).GetResponseObject() is not BasicOcspResp answer || !IsFromIssuer(answer, issuer)) return null;
            if (nonce is not null && answer.GetExtensionValue(OcspObjectIdentifiers.PkixOcspNonce) is { } back && !IsNonce(back.GetOctets(), nonce)) return null;
            var above = new X509CertificateParser().ReadCertificate(issuer.RawData);
            var single = answer.Responses.FirstOrDefault(response => response.GetCertID().SerialNumber.Equals(own.SerialNumber) && response.GetCertID().MatchesIssuer(above));
            if (single is null) return null;
            if (single.GetCertStatus() is RevokedStatus revoked) return new State(revoked.RevocationTime);
            return single.GetCertStatus() == CertificateStatus.Good && Reaches(single.ThisUpdate, single.NextUpdate, at) ? new State(null) : null;
        }
        catch (Exception e) when (e is OcspException or IOException or ArgumentException or GeneralSecurityException or InvalidCastException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whether what was known from one time to the next update says something of the time.</summary>
    private static bool Reaches(DateTime from, DateTime? next, DateTimeOffset at) => at.UtcDateTime <= (next ?? from + Slack);

    private static bool IsNonce(byte[] extension, byte[] nonce) =>
        extension.AsSpan().SequenceEqual(nonce) || (Asn1Object.FromByteArray(extension) is Asn1OctetString { } octets && octets.GetOctets().AsSpan().SequenceEqual(nonce));

    /// <summary>Signed by the issuer, or by somebody whom the issuer named for that (RFC 6960, 4.2.2.2).</summary>
    private static bool IsFromIssuer(BasicOcspResp answer, X509Certificate2 issuer)
    {
        if (IsSignedBy(issuer, answer.GetTbsResponseData(), answer.GetSignature(), OidOf(answer))) return true;
        foreach (var responder in answer.GetCerts())
        {
            if (!responder.IsValid(answer.ProducedAt)) continue;
            if (responder.GetExtendedKeyUsage()?.Contains(KeyPurposeID.id_kp_OCSPSigning) != true) continue;
            if (!IsSignedBy(issuer, responder.GetTbsCertificate(), responder.GetSignature(), responder.SigAlgOid)) continue;
            using var certificate = X509CertificateLoader.LoadCertificate(responder.GetEncoded());
            if (IsSignedBy(certificate, answer.GetTbsResponseData(), answer.GetSignature(), OidOf(answer))) return true;
        }

        return false;
    }

    private static string OidOf(BasicOcspResp answer) => BasicOcspResponse.GetInstance(answer.GetEncoded()).SignatureAlgorithm.Algorithm.Id;

    private static bool IsSignedBy(X509Certificate2 signer, byte[] content, byte[] signature, string algorithm)
    {
        HashAlgorithmName? hash = algorithm switch
        {
            "1.2.840.113549.1.1.11" or "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,
            "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
            "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
            _ => null,
        };
        if (hash is not { } known) return false;
        using var rsa = signer.GetRSAPublicKey();
        using var curve = signer.GetECDsaPublicKey();
        return rsa is not null
            ? rsa.VerifyData(content, signature, known, RSASignaturePadding.Pkcs1)
            : curve is not null && curve.VerifyData(content, signature, known, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static IEnumerable<Uri> ListsOf(X509Certificate2 certificate)
    {
        if (certificate.Extensions[DistributionPoints] is not { } extension) return [];
        var found = new List<string>();
        var (point, whole) = (new Asn1Tag(TagClass.ContextSpecific, 0), new Asn1Tag(TagClass.ContextSpecific, 6));
        try
        {
            var points = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence();
            while (points.HasData)
            {
                var parts = points.ReadSequence();
                if (!parts.HasData || !parts.PeekTag().HasSameClassAndValue(point)) continue;
                var names = parts.ReadSequence(point).ReadSequence(point);
                while (names.HasData)
                    if (names.PeekTag().HasSameClassAndValue(whole)) found.Add(names.ReadCharacterString(UniversalTagNumber.IA5String, whole));
                    else names.ReadEncodedValue();
            }
        }
        catch (AsnContentException)
        {
            // What cannot be read names no address.
        }

        return OnTheWeb(found);
    }

    private sealed record State(DateTime? RevokedAt);
}
