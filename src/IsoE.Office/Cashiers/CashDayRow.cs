using System.Globalization;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Cashiers;

/// <summary>A closed day of one cashier: what the books say, what was counted, and why they differ.</summary>
public sealed class CashDayRow : IInstanceRow
{
    public required string AgencyId { get; init; }
    public required string InstanceId { get; init; }
    public required string CashierId { get; init; }

    /// <summary>The agency's day.</summary>
    public required DateOnly DayOn { get; init; }

    /// <summary>Lines of the journal.</summary>
    public required long Lines { get; init; }

    /// <summary>Cash that has to be in the drawer, whole đồng; below zero when more was given back than taken.</summary>
    public required long CashExpected { get; init; }

    public required long CashCounted { get; init; }

    public required long Transfers { get; init; }

    /// <summary>Statutory fees (lệ phí), cash and transfer together.</summary>
    public required long Statutory { get; init; }

    /// <summary>Service fees (phí), cash and transfer together.</summary>
    public required long Service { get; init; }

    public string? Explanation { get; init; }
    public required DateTimeOffset ClosedAt { get; init; }

    public long Difference => CashCounted - CashExpected;

    public static string IdOf(string agencyId, string cashierId, DateOnly on) =>
        RowId.Of("cash-day", agencyId, cashierId, on.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
}

internal sealed class CashDayRowMapping : IEntityTypeConfiguration<CashDayRow>
{
    public void Configure(EntityTypeBuilder<CashDayRow> row)
    {
        row.HasKey(day => new { day.AgencyId, day.InstanceId });
        row.Ignore(day => day.Difference);
        row.HasIndex(day => new { day.AgencyId, day.DayOn, day.CashierId }).IsUnique();
        // A closed day is what the money was handed over on.
        row.IsAppendOnly();
    }
}
