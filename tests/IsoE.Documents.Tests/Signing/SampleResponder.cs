using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1.Ocsp;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.Security;
using BouncyCertificate = Org.BouncyCastle.X509.X509Certificate;

namespace IsoE.Documents.Tests.Signing;

/// <summary>Answers questions about certificates (RFC 6960) in the name of an authority, rightly or not.</summary>
internal sealed record SampleResponder(X509Certificate2 Signer)
{
    /// <summary>When the certificate was revoked; null: it is good.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    public DateTimeOffset At { get; init; } = SampleAuthority.Now.AddMinutes(10);

    public DateTimeOffset? NextAt { get; init; } = SampleAuthority.Now.AddDays(1);

    /// <summary>The nonce of the question does not come back, but another one.</summary>
    public bool AnswersAnother { get; init; }

    /// <summary>The answer to a question.</summary>
    public byte[] Answer(byte[] question)
    {
        var asked = new OcspReq(question);
        var nonce = asked.GetExtensionValue(OcspObjectIdentifiers.PkixOcspNonce).GetOctets();
        if (AnswersAnother) nonce = [.. nonce[..^1], (byte)(nonce[^1] ^ 1)];
        var extensions = new X509ExtensionsGenerator();
        extensions.AddExtension(OcspObjectIdentifiers.PkixOcspNonce, false, nonce);
        return Answer(asked.GetRequestList()[0].GetCertID(), extensions.Generate());
    }

    /// <summary>An answer that nobody has asked for, as signers bring it along.</summary>
    public byte[] About(X509Certificate2 certificate, X509Certificate2 issuer) =>
        Answer(new CertificateID(CertificateID.DigestSha1, Of(issuer), Of(certificate).SerialNumber), null);

    private byte[] Answer(CertificateID about, X509Extensions? extensions)
    {
        var answers = new BasicOcspRespGenerator(new RespID(Of(Signer).SubjectDN));
        CertificateStatus? status = RevokedAt is { } at ? new RevokedStatus(at.UtcDateTime, CrlReason.KeyCompromise) : CertificateStatus.Good;
        answers.AddResponse(about, status, At.UtcDateTime, NextAt?.UtcDateTime, null);
        if (extensions is not null) answers.SetResponseExtensions(extensions);
        var key = DotNetUtilities.GetRsaKeyPair(Signer.GetRSAPrivateKey()!).Private;
        var answer = answers.Generate("SHA256WITHRSA", key, [Of(Signer)], At.UtcDateTime);
        return new OCSPRespGenerator().Generate(OcspRespStatus.Successful, answer).GetEncoded();
    }

    private static BouncyCertificate Of(X509Certificate2 certificate) => DotNetUtilities.FromX509Certificate(certificate);
}
