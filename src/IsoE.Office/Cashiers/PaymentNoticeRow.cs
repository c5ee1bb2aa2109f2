using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Cashiers;

public enum NoticeState
{
    /// <summary>A cashier has to look at it.</summary>
    Waiting,

    /// <summary>Recorded as a payment.</summary>
    Used,

    /// <summary>Put aside with a reason.</summary>
    Closed,
}

/// <summary>A transfer the bank gave notice of: kept whatever it says, used once.</summary>
public sealed class PaymentNoticeRow : IInstanceRow
{
    public required string AgencyId { get; init; }
    public required string InstanceId { get; init; }

    /// <summary>The bank's id of the notice.</summary>
    public required string NoticeId { get; init; }

    /// <summary>Whole đồng.</summary>
    public required long Amount { get; init; }

    public required string Message { get; init; }

    /// <summary>The bank's reference of the transfer.</summary>
    public required string Reference { get; init; }

    public required DateTimeOffset PaidAt { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required NoticeState State { get; set; }

    /// <summary>The dossier its message names, or a person has assigned; null while nobody knows.</summary>
    public string? DossierCode { get; set; }

    /// <summary>What was owed on that dossier when the notice came, or when it was used; null without a dossier.</summary>
    public long? Owed { get; set; }

    public string? ReceiptNumber { get; set; }

    /// <summary>Why it was put aside.</summary>
    public string? Note { get; set; }

    /// <summary>More than was owed: to be given back by the bank's way.</summary>
    public long Excess => Owed is { } owed ? Math.Max(0, Amount - owed) : 0;

    public static string IdOf(string agencyId, string noticeId) => RowId.Of("payment-notice", agencyId, noticeId);
}

internal sealed class PaymentNoticeRowMapping : IEntityTypeConfiguration<PaymentNoticeRow>
{
    public void Configure(EntityTypeBuilder<PaymentNoticeRow> row)
    {
        row.HasKey(notice => new { notice.AgencyId, notice.InstanceId });
        row.Property(notice => notice.Message).IsErasable("");
        row.Property(notice => notice.Note).IsErasable();
        row.Ignore(notice => notice.Excess);
        row.HasIndex(notice => new { notice.AgencyId, notice.State, notice.ReceivedAt });
        row.HasIndex(notice => new { notice.AgencyId, notice.DossierCode });
    }
}
