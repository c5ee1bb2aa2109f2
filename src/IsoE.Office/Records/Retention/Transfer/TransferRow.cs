using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Records.Retention.Transfer;

/// <summary>Dossiers handed over to the archive as one package: the fold of its history.</summary>
public sealed class TransferRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    public required string InstanceId { get; init; }

    /// <summary>In the year, for example <c>02/2026</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Who receives it, in words.</summary>
    public required string Archive { get; init; }

    public required TransferStatus Status { get; set; }

    public required string MadeBy { get; init; }

    public required string MadeByName { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>SHA-256 of the package, lower-case hexadecimal; null while it is being made.</summary>
    public string? PackageSha256 { get; set; }

    /// <summary>Bytes.</summary>
    public long? PackageSize { get; set; }

    public string? AnsweredByName { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>What whoever received it noted, or why it was sent back.</summary>
    public string? Note { get; set; }

    /// <summary>The archive has not answered.</summary>
    public bool IsOpen => Status is TransferStatus.Preparing or TransferStatus.Ready;

    public Text Name => new($"Đợt nộp lưu số {Number}", $"Hand-over {Number}");
}

/// <summary>Where a hand-over stands.</summary>
public enum TransferStatus
{
    /// <summary>The package is being made.</summary>
    Preparing,

    /// <summary>Waits for somebody else to acknowledge that it has arrived whole.</summary>
    Ready,

    Received,

    SentBack,
}

public static class TransferWords
{
    public static Text NameOf(TransferStatus status) => status switch
    {
        TransferStatus.Preparing => new Text("Đang đóng gói", "Being packed"),
        TransferStatus.Ready => new Text("Chờ xác nhận tiếp nhận", "Waits to be acknowledged"),
        TransferStatus.Received => new Text("Lưu trữ đã tiếp nhận", "Received by the archive"),
        _ => new Text("Bị trả lại", "Sent back"),
    };
}

internal sealed class TransferRowMapping : IEntityTypeConfiguration<TransferRow>
{
    public void Configure(EntityTypeBuilder<TransferRow> row)
    {
        row.HasKey(transfer => new { transfer.AgencyId, transfer.InstanceId });
        row.Ignore(transfer => transfer.IsOpen);
        row.Ignore(transfer => transfer.Name);
    }
}
