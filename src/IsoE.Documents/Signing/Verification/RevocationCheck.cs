using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1.Ocsp;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Security.Certificates;
using Org.BouncyCastle.X509;
using BouncyCertificate = Org.BouncyCastle.X509.X509Certificate;

namespace IsoE.Documents.Signing.Verification;

/// <summary>Whether a certificate was taken back, by lists (RFC 5280, 5) and answers (RFC 6960) that came along, are at hand, or can be fetched.</summary>
/// <remarks>Nothing is fetched but from the address that a trusted authority wrote into a certificate.</remarks>
internal sealed class RevocationCheck(SignatureTrust trust, IReadOnlyList<byte[]> lists, IReadOnlyList<byte[]> answers)
{
    private const long LongestList = 20L << 20;
    private const string DistributionPoints = "2.5.29.31";

    /// <param name="chain">From the signer up to the anchor.</param>
    /// <param name="at">When it was signed; proven by a time-stamp, or only claimed.</param>
    public async Task<SignatureFinding> Run(
        IReadOnlyList<X509Certificate2> chain, DateTimeOffset at, bool isProven, CancellationToken cancel)
    {
        if (chain.Count == 0) return new SignatureFinding(FindingCode.RevocationNotChecked, FindingGrade.NotChecked);
        string? unknown = null;
        for (var i = 0; i + 1 < chain.Count; i++)
        {
            var state = await StateOf(chain[i], chain[i + 1], at, cancel);
            if (state is { RevokedAt: { } revoked })
                return isProven && at < revoked
                    ? new SignatureFinding(FindingCode.RevokedLater, FindingGrade.Good, SignatureFinding.Instant(revoked))
                    : new SignatureFinding(FindingCode.Revoked, FindingGrade.Bad, SignatureFinding.Instant(revoked));
            if (state is null) unknown ??= chain[i].GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        }

        return unknown is null
            ? new SignatureFinding(FindingCode.NotRevoked, FindingGrade.Good)
            : new SignatureFinding(FindingCode.RevocationNotChecked, FindingGrade.NotChecked, unknown);
    }

    /// <summary>What is known of a certificate; null for nothing.</summary>
    private async Task<State?> StateOf(X509Certificate2 certificate, X509Certificate2 issuer, DateTimeOffset at, CancellationToken cancel)
    {
        var own = new X509CertificateParser().ReadCertificate(certificate.RawData);
        var known = answers.Select(answer => ByAnswer(answer, own, issuer, at))
            .Concat(lists.Concat(trust.RevocationLists).Select(list => ByList(list, own, issuer, at)))
            .OfType<State>().ToList();
        if (known.Count == 0 && trust.Http is { } http)
            foreach (var address in AddressesIn(certificate))
                if (await Fetch(http, address, cancel) is { } list && ByList(list, own, issuer, at) is { } state)
                    known.Add(state);
        return known.Find(state => state.RevokedAt is not null) ?? known.FirstOrDefault();
    }

    private static State? ByList(byte[] bytes, BouncyCertificate own, X509Certificate2 issuer, DateTimeOffset at)
    {
        try
        {
            var list = new X509CrlParser().ReadCrl(bytes);
            if (list is null || !list.IssuerDN.Equivalent(own.IssuerDN) || !IsSignedBy(issuer, list.GetTbsCertList(), list.GetSignature(), list.SigAlgOid)) return null;
            if (list.GetRevokedCertificate(own.SerialNumber) is { } entry) return new State(entry.RevocationDate);
            return list.NextUpdate is { } next && next < at.UtcDateTime ? null : new State(null);
        }
        catch (Exception e) when (e is CrlException or IOException or ArgumentException or GeneralSecurityException or InvalidCastException or CryptographicException)
        {
            return null;
        }
    }

    private static State? ByAnswer(byte[] bytes, BouncyCertificate own, X509Certificate2 issuer, DateTimeOffset at)
    {
        try
        {
            if (new OcspResp(bytes).GetResponseObject() is not BasicOcspResp answer || !IsFromIssuer(answer, issuer)) return null;
            var above = new X509CertificateParser().ReadCertificate(issuer.RawData);
            var single = answer.Responses.FirstOrDefault(response => response.GetCertID().SerialNumber.Equals(own.SerialNumber) && response.GetCertID().MatchesIssuer(above));
            if (single is null) return null;
            if (single.GetCertStatus() is RevokedStatus revoked) return new State(revoked.RevocationTime);
            return single.GetCertStatus() == CertificateStatus.Good && !(single.NextUpdate is { } next && next < at.UtcDateTime) ? new State(null) : null;
        }
        catch (Exception e) when (e is OcspException or IOException or ArgumentException or GeneralSecurityException or InvalidCastException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Signed by the issuer, or by somebody whom the issuer named for that (RFC 6960, 4.2.2.2).</summary>
    private static bool IsFromIssuer(BasicOcspResp answer, X509Certificate2 issuer)
    {
        if (IsSignedBy(issuer, answer.GetTbsResponseData(), answer.GetSignature(), OidOf(answer))) return true;
        foreach (var responder in answer.GetCerts())
        {
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

    private static List<Uri> AddressesIn(X509Certificate2 certificate)
    {
        if (certificate.Extensions[DistributionPoints] is not { } extension) return [];
        var found = new List<Uri>();
        try
        {
            var points = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence();
            while (points.HasData)
            {
                var point = points.ReadSequence();
                if (!point.HasData || !point.PeekTag().HasSameClassAndValue(new Asn1Tag(TagClass.ContextSpecific, 0))) continue;
                var names = point.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0));
                while (names.HasData)
                    if (!names.PeekTag().HasSameClassAndValue(new Asn1Tag(TagClass.ContextSpecific, 6))) names.ReadEncodedValue();
                    else if (Uri.TryCreate(names.ReadCharacterString(UniversalTagNumber.IA5String, new Asn1Tag(TagClass.ContextSpecific, 6)), UriKind.Absolute, out var address)
                        && address.Scheme is "http" or "https") found.Add(address);
            }
        }
        catch (AsnContentException)
        {
            // What cannot be read names no address.
        }

        return found;
    }

    private static async Task<byte[]?> Fetch(HttpClient http, Uri address, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (!answer.IsSuccessStatusCode) return null;
            await answer.Content.LoadIntoBufferAsync(LongestList, cancel);
            return await answer.Content.ReadAsByteArrayAsync(cancel);
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    private sealed record State(DateTime? RevokedAt);
}
