using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Moves;

/// <summary>One dossier of a batch, and what became of it.</summary>
public sealed class MoveLineRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    /// <summary>Id of the batch.</summary>
    public required string InstanceId { get; init; }

    public required string DossierId { get; init; }

    public required string DossierCode { get; init; }

    public required int FromVersion { get; init; }

    /// <summary>When it was moved or refused; null before.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why it stays under its version; null when it was moved, or not yet.</summary>
    public string? RefusalVi { get; set; }

    public string? RefusalEn { get; set; }

    /// <summary>The date promised before, when the move changed it.</summary>
    public DateTimeOffset? PromisedFrom { get; set; }

    public DateTimeOffset? PromisedTo { get; set; }

    public Text? Refusal => RefusalVi is null ? null : new Text(RefusalVi, RefusalEn!);

    public bool IsMoved => EndedAt is not null && RefusalVi is null;
}

internal sealed class MoveLineRowMapping : IEntityTypeConfiguration<MoveLineRow>
{
    public void Configure(EntityTypeBuilder<MoveLineRow> row)
    {
        row.HasKey(l => new { l.AgencyId, l.InstanceId, l.DossierId });
        row.Ignore(l => l.Refusal);
        row.Ignore(l => l.IsMoved);
    }
}
