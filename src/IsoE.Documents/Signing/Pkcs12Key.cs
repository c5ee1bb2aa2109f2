using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IsoE.Documents.Signing;

/// <summary>A key kept in a PKCS#12 file (RFC 7292).</summary>
public sealed class Pkcs12Key : ISigningKey
{
    private readonly X509Certificate2 _own;

    private Pkcs12Key(X509Certificate2 own, IReadOnlyList<X509Certificate2> issuers, AsymmetricAlgorithm key) =>
        (_own, Issuers, Key) = (own, issuers, key);

    public X509Certificate2 Certificate => _own;

    public IReadOnlyList<X509Certificate2> Issuers { get; }

    public AsymmetricAlgorithm Key { get; }

    /// <exception cref="SigningFailedException"><c>WrongPassword</c>, <c>NoKey</c>, <c>UnfitKey</c>.</exception>
    public static Pkcs12Key Open(byte[] file, string? password)
    {
        var all = Read(file, password);
        var own = all.FirstOrDefault(certificate => certificate.HasPrivateKey)
            ?? throw new SigningFailedException(SigningFault.NoKey, "The file holds no private key with a certificate.");
        var key = SigningKeys.Fit((AsymmetricAlgorithm?)own.GetRSAPrivateKey() ?? own.GetECDsaPrivateKey());
        return new Pkcs12Key(own, SigningKeys.Issuers(own, [.. all]), key);
    }

    public void Dispose()
    {
        Key.Dispose();
        foreach (var issuer in Issuers) issuer.Dispose();
        _own.Dispose();
    }

    private static X509Certificate2Collection Read(byte[] file, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12Collection(file, password, X509KeyStorageFlags.EphemeralKeySet);
        }
        catch (CryptographicException e)
        {
            throw new SigningFailedException(SigningFault.WrongPassword, "The file is no PKCS#12 file, or the password is wrong.", e);
        }
    }
}
