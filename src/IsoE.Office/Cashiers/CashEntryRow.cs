using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Cashiers;

/// <summary>What moved the money.</summary>
public enum CashMovement
{
    Received,
    Cancelled,
    Refunded,
}

/// <summary>One line of a cashier's journal: a reading of the history of the dossier it belongs to.</summary>
public sealed class CashEntryRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    /// <summary>Whose journal; <c>system</c> for transfers the bank gave notice of.</summary>
    public required string CashierId { get; init; }

    /// <summary>The agency's day.</summary>
    public required DateOnly DayOn { get; init; }

    /// <summary>From 1 without gaps.</summary>
    public required long Line { get; init; }

    public required string InstanceId { get; init; }
    public required CashMovement Movement { get; init; }
    public required string ReceiptNumber { get; init; }

    /// <summary><c>cash</c> or <c>transfer</c>.</summary>
    public required string Means { get; init; }

    /// <summary>Whole đồng; below zero for money given back.</summary>
    public required long Amount { get; init; }

    /// <summary>The part of it that is statutory fee (lệ phí); the rest is service fee (phí).</summary>
    public required long Statutory { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class CashEntryRowMapping : IEntityTypeConfiguration<CashEntryRow>
{
    public void Configure(EntityTypeBuilder<CashEntryRow> row)
    {
        row.HasKey(entry => new { entry.AgencyId, entry.CashierId, entry.DayOn, entry.Line });
        row.HasIndex(entry => new { entry.AgencyId, entry.DayOn });
    }
}
