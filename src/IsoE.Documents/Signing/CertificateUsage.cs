using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IsoE.Documents.Signing;

/// <summary>What a certificate says that its key is for (RFC 5280, 4.2.1.3 and 4.2.1.12).</summary>
public static class CertificateUsage
{
    /// <summary>Uses that signing documents is one of: any, e-mail, document signing of RFC 9336, of Microsoft and of Adobe.</summary>
    private static readonly string[] Signing =
        ["2.5.29.37.0", "1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.36", "1.3.6.1.4.1.311.10.3.12", "1.2.840.113583.1.1.5"];

    /// <summary>Digital signature or non-repudiation, not another purpose alone, and no authority's certificate.</summary>
    public static bool AllowsSigning(X509Certificate2 certificate)
    {
        var usage = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages;
        var uses = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault()?.EnhancedKeyUsages;
        return (usage is null || (usage & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) != 0)
            && (uses is null || uses.Cast<Oid>().Any(use => Signing.Contains(use.Value)))
            && !certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraint => constraint.CertificateAuthority);
    }
}
