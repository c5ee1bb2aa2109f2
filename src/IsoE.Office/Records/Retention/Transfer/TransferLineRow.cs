using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Records.Retention.Transfer;

/// <summary>One dossier of a hand-over. Names nobody.</summary>
public sealed class TransferLineRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    /// <summary>Id of the hand-over.</summary>
    public required string InstanceId { get; init; }

    public required string DossierId { get; init; }

    public required string DossierCode { get; init; }

    public required string ProcedureCode { get; init; }

    public required int ProcedureVersion { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required DateOnly FinishedOn { get; init; }

    public required bool IsPermanent { get; init; }

    /// <summary>Last day of its term; null for a permanent one.</summary>
    public DateOnly? EndsOn { get; init; }

    public required int Files { get; init; }
}

internal sealed class TransferLineRowMapping : IEntityTypeConfiguration<TransferLineRow>
{
    public void Configure(EntityTypeBuilder<TransferLineRow> row)
    {
        row.HasKey(line => new { line.AgencyId, line.InstanceId, line.DossierId });
        row.HasIndex(line => new { line.AgencyId, line.DossierId });
    }
}
