using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IsoE.Documents.Signing;

/// <summary>A private key that can be used now, with the certificate that speaks for it.</summary>
public interface ISigningKey : IDisposable
{
    X509Certificate2 Certificate { get; }

    /// <summary>Certificates of the issuers, upwards; the root is left out: whoever verifies has it, or does not trust it.</summary>
    IReadOnlyList<X509Certificate2> Issuers { get; }

    /// <summary>RSA or ECDSA.</summary>
    AsymmetricAlgorithm Key { get; }
}
