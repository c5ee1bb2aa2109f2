using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Seals;

/// <summary>The public half of a key that an agency seals with. Keys are replaced, never taken away: old seals need theirs.</summary>
public sealed class SealingKeyRow : IBelongsToAgency, ILogged
{
    public required string AgencyId { get; init; }

    /// <summary>SHA-256 of the certificate, lower-case hexadecimal: the fingerprint that the agency publishes.</summary>
    public required string Id { get; init; }

    /// <summary>X.509 certificate, DER.</summary>
    public required byte[] Certificate { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The key used before this one; null on the first.</summary>
    public string? PredecessorId { get; init; }

    /// <summary>The predecessor's signature over the certificate; null on the first, and when the predecessor had been lost.</summary>
    public byte[]? Endorsement { get; init; }

    /// <summary>First and last instant of the certificate; a seal made outside them does not count.</summary>
    public (DateTimeOffset From, DateTimeOffset To) Validity
    {
        get
        {
            using var certificate = X509CertificateLoader.LoadCertificate(Certificate);
            return (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        }
    }

    string ILogged.Subject => Id;

    string ILogged.Called => Id;

    /// <summary>Whether the signature over the bytes is that of this key.</summary>
    public bool Signed(byte[] bytes, byte[] signature)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(Certificate);
            using var key = certificate.GetECDsaPublicKey();
            return key is not null && IdOf(Certificate) == Id
                && key.VerifyData(bytes, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            // Bytes that are no certificate or no signature have signed nothing.
            return false;
        }
    }

    public static string IdOf(byte[] certificate) => Convert.ToHexStringLower(SHA256.HashData(certificate));
}

internal sealed class SealingKeyRowMapping : IEntityTypeConfiguration<SealingKeyRow>
{
    public void Configure(EntityTypeBuilder<SealingKeyRow> row)
    {
        row.HasKey(key => new { key.AgencyId, key.Id });
        row.Ignore(key => key.Validity);
        // A key is replaced by one key only, whoever else renews it at the same moment.
        row.HasIndex(key => new { key.AgencyId, key.PredecessorId }).IsUnique();
        row.IsAppendOnly();
    }
}
