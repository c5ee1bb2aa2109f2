using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace IsoE.Documents.Signing.Verification;

/// <summary>Holds the covered bytes against the digest, and the digest against the signature (RFC 5652, 5.6).</summary>
internal static class IntegrityCheck
{
    private const string MessageDigest = "1.2.840.113549.1.9.4";

    public static SignatureFinding Of(SignedCms message)
    {
        var signer = message.SignerInfos[0];
        if (DigestIn(signer) is { } told && DigestOf(signer, message.ContentInfo.Content) is { } found && !told.AsSpan().SequenceEqual(found))
            return new SignatureFinding(FindingCode.ContentChanged, FindingGrade.Bad);
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
            return new SignatureFinding(FindingCode.Intact, FindingGrade.Good);
        }
        catch (CryptographicException)
        {
            return new SignatureFinding(FindingCode.SignatureWrong, FindingGrade.Bad);
        }
    }

    private static byte[]? DigestIn(SignerInfo signer) => signer.SignedAttributes.Cast<CryptographicAttributeObject>()
        .Where(attribute => attribute.Oid.Value == MessageDigest && attribute.Values.Count == 1)
        .Select(attribute => (attribute.Values[0] as Pkcs9MessageDigest)?.MessageDigest)
        .FirstOrDefault();

    private static byte[]? DigestOf(SignerInfo signer, byte[] content) => signer.DigestAlgorithm.Value switch
    {
        "2.16.840.1.101.3.4.2.1" => SHA256.HashData(content),
        "2.16.840.1.101.3.4.2.2" => SHA384.HashData(content),
        "2.16.840.1.101.3.4.2.3" => SHA512.HashData(content),
        _ => null,
    };
}
