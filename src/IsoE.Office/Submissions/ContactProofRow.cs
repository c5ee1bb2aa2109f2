using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Submissions;

/// <summary>A one-time code sent to a telephone or e-mail. The code itself is not kept.</summary>
public sealed class ContactProofRow : IBelongsToAgency
{
    public required string AgencyId { get; init; }
    public required string Id { get; init; }

    /// <summary>As <c>Addresses.Read</c> writes it.</summary>
    public required string Contact { get; init; }

    /// <summary>Network address that asked for it.</summary>
    public required string AskedFrom { get; init; }

    /// <summary>Slow hash of the code, salted with the id.</summary>
    public required string CodeHash { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>How often a code has been tried.</summary>
    public required int Tries { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}

internal sealed class ContactProofRowMapping : IEntityTypeConfiguration<ContactProofRow>
{
    public void Configure(EntityTypeBuilder<ContactProofRow> row)
    {
        row.HasKey(proof => new { proof.AgencyId, proof.Id });
        row.HasIndex(proof => new { proof.Contact, proof.AskedAt });
        row.HasIndex(proof => new { proof.AskedFrom, proof.AskedAt });
    }
}
