using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Seals;

/// <summary>A seal over everything an agency had recorded at an instant. Written once.</summary>
public sealed class SealRow : IBelongsToAgency
{
    public required string AgencyId { get; init; }

    /// <summary>1, 2, 3, ... in the agency.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>How many entries the tree has.</summary>
    public required long Size { get; init; }

    /// <summary>Root of the tree.</summary>
    public required byte[] Root { get; init; }

    /// <summary>SHA-256 of the statement of the seal before; 32 zero bytes on the first.</summary>
    public required byte[] Previous { get; init; }

    /// <summary>The <see cref="SealingKeyRow"/> that signed it.</summary>
    public required string KeyId { get; init; }

    /// <summary>ECDSA with SHA-256 over the <see cref="Statement"/>, as a DER sequence.</summary>
    public required byte[] Signature { get; init; }

    /// <summary>The person who asked for it, or <c>system</c>.</summary>
    public required string SealedBy { get; init; }

    public SealStatement Statement => new(AgencyId, Number, At, Size, Root, Previous, KeyId, SealedBy);
}

internal sealed class SealRowMapping : IEntityTypeConfiguration<SealRow>
{
    public void Configure(EntityTypeBuilder<SealRow> row)
    {
        row.HasKey(seal => new { seal.AgencyId, seal.Number });
        row.Ignore(seal => seal.Statement);
        row.IsAppendOnly();
    }
}
