using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IsoE.Verifier;

/// <summary>Signatures by keys that certificates name.</summary>
internal static class Keys
{
    /// <summary>Whether the certificate is the named one, by its fingerprint, and its key has signed the bytes.</summary>
    public static bool Signed(byte[] certificate, string key, byte[] bytes, byte[] signature, DSASignatureFormat format) =>
        With(certificate, key, public_ => public_.VerifyData(bytes, signature, HashAlgorithmName.SHA256, format));

    /// <summary>The same for a hash that was taken before.</summary>
    public static bool SignedHash(byte[] certificate, string key, byte[] hash, byte[] signature) =>
        With(certificate, key, public_ => public_.VerifyHash(hash, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    private static bool With(byte[] certificate, string key, Func<ECDsa, bool> check)
    {
        try
        {
            using var loaded = X509CertificateLoader.LoadCertificate(certificate);
            using var found = loaded.GetECDsaPublicKey();
            return found is not null && Convert.ToHexStringLower(SHA256.HashData(certificate)) == key && check(found);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
