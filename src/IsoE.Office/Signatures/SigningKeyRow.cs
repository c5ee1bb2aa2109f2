using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Signatures;

/// <summary>A key by which somebody of the agency, or the agency itself, signs.</summary>
/// <remarks>
/// The key itself is kept only as its owner's PKCS#12 file, encrypted anew under the owner's password, which is kept nowhere;
/// or it lies on a token and is not kept at all.
/// </remarks>
public sealed class SigningKeyRow : IBelongsToAgency, ILogged
{
    public required string AgencyId { get; init; }

    public required string Id { get; init; }

    /// <summary>Whose it is; null for the seal of the agency.</summary>
    public string? PersonId { get; init; }

    /// <summary>The PKCS#12 file (AES-256); null for a key on a token.</summary>
    public byte[]? Kept { get; init; }

    /// <summary>Label of the token it lies on; null for a file.</summary>
    public string? Token { get; init; }

    /// <summary>Label of the certificate on the token; null for the only one.</summary>
    public string? TokenKey { get; init; }

    /// <summary>Name in the certificate.</summary>
    public required string Holder { get; init; }

    public required string Issuer { get; init; }

    /// <summary>The certificate in DER.</summary>
    public required byte[] Certificate { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Signature by hand, or seal, as PNG or SVG with a transparent ground; null for none.</summary>
    public byte[]? Picture { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>From when nothing is signed by it any more; null while it is used.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    public bool IsSeal => PersonId is null;

    public string Subject => PersonId ?? AgencyId;

    public string Called => Holder;
}

internal sealed class SigningKeyRowMapping : IEntityTypeConfiguration<SigningKeyRow>
{
    public void Configure(EntityTypeBuilder<SigningKeyRow> row)
    {
        row.HasKey(key => new { key.AgencyId, key.Id });
        row.Ignore(key => key.IsSeal).Ignore(key => key.Subject).Ignore(key => key.Called);
        row.HasIndex(key => new { key.AgencyId, key.PersonId });
    }
}
