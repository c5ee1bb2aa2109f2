using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IsoE.Documents.Signing;
using IsoE.Documents.Signing.Verification;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tsp;
using Org.BouncyCastle.Utilities.Collections;

namespace IsoE.Documents.Tests.Signing;

/// <summary>A certification authority with a root, an issuing authority below it, and whatever certificates a test wants.</summary>
internal sealed class SampleAuthority : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 26, 2, 15, 32, TimeSpan.Zero);

    private readonly X509Certificate2 _root;
    private readonly X509Certificate2 _issuing;
    private readonly CertificateRevocationListBuilder _revoked = new();

    public SampleAuthority(string name = "Sample Root")
    {
        using var key = RSA.Create(2048);
        var root = Request(name, key);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        root.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        _root = root.CreateSelfSigned(Now.AddYears(-5), Now.AddYears(15));
        using var below = RSA.Create(2048);
        var issuing = Request($"{name} Issuing", below);
        issuing.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        issuing.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        issuing.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(issuing.PublicKey, false));
        using var publicOnly = issuing.Create(_root, Now.AddYears(-4), Now.AddYears(10), [1, 2, 3]);
        _issuing = publicOnly.CopyWithPrivateKey(below);
    }

    public SignatureTrust Trust => new([_root], []);

    /// <summary>Trust with the lists of what is revoked up to now.</summary>
    public SignatureTrust TrustWithLists => new([_root], [List(_issuing, _revoked), List(_root, new CertificateRevocationListBuilder())]);

    /// <summary>Trust that knows the authorities which a signer leaves out.</summary>
    public SignatureTrust FullTrust => TrustWithLists with { Authorities = [_root, _issuing] };

    /// <summary>Trust that has nothing at hand about what the issuing authority has revoked, and may ask.</summary>
    public SignatureTrust TrustThatAsks(HttpClient http) => new([_root], [List(_root, new CertificateRevocationListBuilder())], http);

    /// <summary>The list of what the issuing authority has revoked up to now.</summary>
    public byte[] RevocationList => List(_issuing, _revoked);

    public X509Certificate2 Issuing => _issuing;

    public void Revoke(X509Certificate2 certificate, DateTimeOffset at) => _revoked.AddEntry(certificate, at);

    public X509Certificate2 Certificate(
        string name,
        X509KeyUsageFlags usage = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation,
        string? use = null,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null,
        AsymmetricAlgorithm? key = null,
        byte[]? serial = null,
        string? responder = null,
        string? list = null)
    {
        key ??= ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var subject = new X500DistinguishedName($"CN=\"{name}\", C=VN");
        var request = key is RSA rsa
            ? new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(subject, (ECDsa)key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, true));
        if (use is not null) request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], true));
        if (responder is not null) request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension([responder], []));
        if (list is not null) request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([list]));
        using var made = request.Create(_issuing.SubjectName, X509SignatureGenerator.CreateForRSA(_issuing.GetRSAPrivateKey()!, RSASignaturePadding.Pkcs1),
            from ?? Now.AddYears(-1), to ?? Now.AddYears(2), serial ?? [1, .. RandomNumberGenerator.GetBytes(7)]);
        return key is RSA own ? made.CopyWithPrivateKey(own) : made.CopyWithPrivateKey((ECDsa)key);
    }

    public Pkcs12Key Key(X509Certificate2 certificate) => Pkcs12Key.Open(File(certificate), "secret");

    /// <summary>The PKCS#12 file of a certificate with its issuers.</summary>
    public byte[] File(X509Certificate2 certificate)
    {
        using var issuing = X509CertificateLoader.LoadCertificate(_issuing.RawData);
        return new X509Certificate2Collection { certificate, issuing, _root }.Export(X509ContentType.Pkcs12, "secret")!;
    }

    /// <summary>A time-stamp authority of this authority, whose clock stands at <paramref name="at"/>.</summary>
    public TimestampAuthority Timestamps(DateTimeOffset at, X509Certificate2? certificate = null)
    {
        certificate ??= Certificate("Sample TSA", X509KeyUsageFlags.DigitalSignature, "1.3.6.1.5.5.7.3.8", key: RSA.Create(2048));
        return new TimestampAuthority(new HttpClient(new Stamping(certificate, at)), new Uri("http://tsa.invalid/"));
    }

    public void Dispose()
    {
        _root.Dispose();
        _issuing.Dispose();
    }

    private static CertificateRequest Request(string name, RSA key) => new($"CN={name}, C=VN", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static byte[] List(X509Certificate2 issuer, CertificateRevocationListBuilder entries) =>
        entries.Build(issuer, 1, Now.AddDays(30), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, Now.AddDays(-1));

    private sealed class Stamping(X509Certificate2 certificate, DateTimeOffset at) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var query = new TimeStampRequest(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
            AsymmetricKeyParameter key = DotNetUtilities.GetRsaKeyPair(certificate.GetRSAPrivateKey()!).Private;
            var own = DotNetUtilities.FromX509Certificate(certificate);
            var tokens = new TimeStampTokenGenerator(key, own, TspAlgorithms.Sha256, "1.2.3.4");
            tokens.SetCertificates(CollectionUtilities.CreateStore([own]));
            var answers = new TimeStampResponseGenerator(tokens, TspAlgorithms.Allowed);
            var answer = answers.Generate(query, BigInteger.ValueOf(7), at.UtcDateTime);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(answer.GetEncoded()) };
        }
    }
}
