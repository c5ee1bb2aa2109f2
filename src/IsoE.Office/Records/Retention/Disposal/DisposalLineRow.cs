using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Records.Retention.Disposal;

/// <summary>One dossier of a disposal list, and what became of it. Names nobody.</summary>
public sealed class DisposalLineRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    /// <summary>Id of the list.</summary>
    public required string InstanceId { get; init; }

    public required string DossierId { get; init; }

    public required string DossierCode { get; init; }

    public required string ProcedureCode { get; init; }

    public required int ProcedureVersion { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required DateOnly FinishedOn { get; init; }

    /// <summary>Last day of its term; null when nothing obliged to keep it.</summary>
    public DateOnly? EndsOn { get; init; }

    public required int Records { get; init; }

    public required int Files { get; init; }

    public string? TakenOutByName { get; set; }

    /// <summary>Why it was taken off the list; null while it stands on it.</summary>
    public string? TakenOutReason { get; set; }

    /// <summary>When it was destroyed or refused; null before.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why it was kept after all; null when it was destroyed, or not yet.</summary>
    public string? RefusalVi { get; set; }

    public string? RefusalEn { get; set; }

    public Text? Refusal => RefusalVi is null ? null : new Text(RefusalVi, RefusalEn!);

    public bool IsListed => TakenOutReason is null;

    public bool IsDestroyed => EndedAt is not null && RefusalVi is null;
}

internal sealed class DisposalLineRowMapping : IEntityTypeConfiguration<DisposalLineRow>
{
    public void Configure(EntityTypeBuilder<DisposalLineRow> row)
    {
        row.HasKey(line => new { line.AgencyId, line.InstanceId, line.DossierId });
        row.HasIndex(line => new { line.AgencyId, line.DossierId });
        row.Ignore(line => line.Refusal);
        row.Ignore(line => line.IsListed);
        row.Ignore(line => line.IsDestroyed);
    }
}
