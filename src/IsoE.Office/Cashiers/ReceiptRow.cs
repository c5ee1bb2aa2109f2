using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Cashiers;

/// <summary>A receipt for money. A cancelled one stays, with its number and the reason.</summary>
public sealed class ReceiptRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    /// <summary>Symbol and number, unique in the agency.</summary>
    public required string Number { get; init; }

    public required string InstanceId { get; init; }
    public required string DossierCode { get; init; }

    /// <summary>Personal data of the applicant.</summary>
    public required string Payer { get; init; }

    /// <summary>Whole đồng.</summary>
    public required long Amount { get; init; }

    /// <summary>The part of it that is statutory fee (lệ phí).</summary>
    public required long Statutory { get; init; }

    /// <summary><c>cash</c> or <c>transfer</c>.</summary>
    public required string Means { get; init; }

    /// <summary>The bank's reference of a transfer it gave notice of.</summary>
    public string? Reference { get; init; }

    /// <summary>Who issued it; <c>system</c> for transfers the bank gave notice of.</summary>
    public required string CashierId { get; init; }

    /// <summary>The book its number is of; null for the electronic series of the year.</summary>
    public string? BookId { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The agency's day in whose journal it stands.</summary>
    public required DateOnly IssuedOn { get; init; }

    public DateTimeOffset? CancelledAt { get; set; }
    public string? CancelledBy { get; set; }
    public string? CancelReason { get; set; }

    /// <summary>Paid back of it after the refund was approved.</summary>
    public required long Refunded { get; set; }

    /// <summary>The part that is service fee (phí).</summary>
    public long Service => Amount - Statutory;

    public bool IsValid => CancelledAt is null;
}

internal sealed class ReceiptRowMapping : IEntityTypeConfiguration<ReceiptRow>
{
    public void Configure(EntityTypeBuilder<ReceiptRow> row)
    {
        row.HasKey(receipt => new { receipt.AgencyId, receipt.Number });
        row.Property(receipt => receipt.Payer).IsErasable(ErasableContent.Nobody);
        row.Property(receipt => receipt.CancelReason).IsErasable();
        row.Ignore(receipt => receipt.Service);
        row.Ignore(receipt => receipt.IsValid);
        row.HasIndex(receipt => new { receipt.AgencyId, receipt.InstanceId });
        row.HasIndex(receipt => new { receipt.AgencyId, receipt.IssuedAt });
        // A transfer is recorded once, on whichever dossier.
        row.HasIndex(receipt => new { receipt.AgencyId, receipt.Reference }).IsUnique().HasFilter("cancelled_at IS NULL");
    }
}
