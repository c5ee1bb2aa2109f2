using System.Formats.Asn1;
using System.Security.Cryptography;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace IsoE.Documents.Signing;

/// <summary>An RSA key on a token: it signs digests there, and shows its public half only.</summary>
internal sealed class TokenRsa : RSA
{
    private readonly ISession _session;
    private readonly IObjectHandle _key;
    private readonly RSA _publicHalf;

    public TokenRsa(ISession session, IObjectHandle key, RSA publicHalf)
    {
        (_session, _key, _publicHalf) = (session, key, publicHalf);
        KeySizeValue = publicHalf.KeySize;
    }

    public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        if (padding != RSASignaturePadding.Pkcs1) throw new CryptographicException($"The token signs by PKCS#1 version 1.5 only, not by {padding}.");
        using var mechanism = _session.Factories.MechanismFactory.Create(CKM.CKM_RSA_PKCS);
        return _session.Sign(mechanism, _key, DigestInfo(hash, hashAlgorithm));
    }

    public override bool VerifyHash(byte[] hash, byte[] signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding) =>
        _publicHalf.VerifyHash(hash, signature, hashAlgorithm, padding);

    public override RSAParameters ExportParameters(bool includePrivateParameters) => includePrivateParameters
        ? throw new CryptographicException("A key on a token cannot be taken out.")
        : _publicHalf.ExportParameters(false);

    public override void ImportParameters(RSAParameters parameters) => throw new NotSupportedException("A key on a token cannot be replaced.");

    protected override void Dispose(bool disposing)
    {
        if (disposing) _publicHalf.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The digest with the name of its algorithm (RFC 8017, 9.2): the token adds the padding only.</summary>
    private static byte[] DigestInfo(byte[] hash, HashAlgorithmName algorithm)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(CryptoConfig.MapNameToOID(algorithm.Name!)!);
                writer.WriteNull();
            }

            writer.WriteOctetString(hash);
        }

        return writer.Encode();
    }
}
