using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Organisation;

/// <summary>Somebody of the agency has seen personal data (NĐ 356/2025: log of reads). Never changed, never deleted.</summary>
public sealed class ReadRow : IBelongsToAgency
{
    public required string AgencyId { get; init; }
    public required string Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string PersonId { get; init; }
    public required ReadKind Kind { get; init; }

    /// <summary>Id of the dossier whose data was seen; null for a search or an export, which show many.</summary>
    public string? DossierId { get; init; }
}

public enum ReadKind
{
    /// <summary>One dossier with its papers and records.</summary>
    Dossier,

    /// <summary>A search by name, number or telephone. What was searched for is not kept: it is personal data itself.</summary>
    Search,

    /// <summary>A list of dossiers taken out of the system.</summary>
    Export,
}

internal sealed class ReadTable : IEntityTypeConfiguration<ReadRow>
{
    public void Configure(EntityTypeBuilder<ReadRow> builder)
    {
        builder.ToTable("personal_read");
        builder.HasKey(row => new { row.AgencyId, row.Id });
        builder.HasIndex(row => new { row.AgencyId, row.DossierId }).HasFilter("dossier_id IS NOT NULL");
        builder.HasIndex(row => new { row.AgencyId, row.PersonId });
        builder.IsAppendOnly();
    }
}
