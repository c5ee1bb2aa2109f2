using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Cashiers;

public enum RefundState
{
    /// <summary>Waits for somebody else's approval.</summary>
    Proposed,

    /// <summary>To be paid out.</summary>
    Approved,
    Refused,
    Paid,
}

/// <summary>Money of a receipt to be given back: proposed, decided by another person, paid out.</summary>
public sealed class RefundRow : IInstanceRow
{
    public required string AgencyId { get; init; }
    public required string Id { get; init; }
    public required string InstanceId { get; init; }
    public required string DossierCode { get; init; }
    public required string ReceiptNumber { get; init; }

    /// <summary>Whole đồng.</summary>
    public required long Amount { get; init; }

    public required string Reason { get; init; }
    public required RefundState State { get; set; }
    public required string ProposedBy { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    public string? DecidedBy { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public string? DecisionNote { get; set; }
    public string? PaidBy { get; set; }
    public DateTimeOffset? PaidAt { get; set; }
}

internal sealed class RefundRowMapping : IEntityTypeConfiguration<RefundRow>
{
    public void Configure(EntityTypeBuilder<RefundRow> row)
    {
        row.HasKey(refund => new { refund.AgencyId, refund.Id });
        row.Property(refund => refund.Reason).IsErasable("");
        row.Property(refund => refund.DecisionNote).IsErasable();
        row.HasIndex(refund => new { refund.AgencyId, refund.InstanceId });
        row.HasIndex(refund => new { refund.AgencyId, refund.State });
    }
}
