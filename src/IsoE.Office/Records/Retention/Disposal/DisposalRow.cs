using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Records.Retention.Disposal;

/// <summary>A list of dossiers whose content is to be destroyed, approved by two people: the fold of its history.</summary>
public sealed class DisposalRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    public required string InstanceId { get; init; }

    public required DisposalKind Kind { get; init; }

    /// <summary>In the year, for example <c>03/2026</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Terms that are over before this day, in the agency's zone.</summary>
    public required DateOnly DueOn { get; init; }

    public required DisposalStatus Status { get; set; }

    /// <summary>Legal ground.</summary>
    public required string Ground { get; init; }

    public required string ProposedBy { get; init; }

    public required string ProposedByName { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public string? DecidedBy { get; set; }

    public string? DecidedByName { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why it was rejected.</summary>
    public string? Reason { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    public Text Name => DisposalWords.NameOf(Kind, Number);
}

public enum DisposalKind
{
    /// <summary>Terms are over.</summary>
    Disposal,

    /// <summary>Somebody asked to have their data erased.</summary>
    Erasure,
}

/// <summary>Where a list stands.</summary>
public enum DisposalStatus
{
    /// <summary>Waits for somebody else to approve it.</summary>
    Proposed,

    Rejected,

    /// <summary>Is being carried out.</summary>
    Approved,

    Done,
}

public static class DisposalWords
{
    public static Text NameOf(DisposalStatus status) => status switch
    {
        DisposalStatus.Proposed => new Text("Chờ phê duyệt", "Waits for approval"),
        DisposalStatus.Rejected => new Text("Không được phê duyệt", "Rejected"),
        DisposalStatus.Approved => new Text("Đang thực hiện", "Being carried out"),
        _ => new Text("Đã thực hiện", "Carried out"),
    };

    public static Text NameOf(DisposalKind kind, string number) => kind is DisposalKind.Disposal
        ? new Text($"Danh mục hủy số {number}", $"Disposal list {number}")
        : new Text($"Danh mục xóa dữ liệu cá nhân số {number}", $"Erasure list {number}");
}

internal sealed class DisposalRowMapping : IEntityTypeConfiguration<DisposalRow>
{
    public void Configure(EntityTypeBuilder<DisposalRow> row)
    {
        row.HasKey(list => new { list.AgencyId, list.InstanceId });
        row.Ignore(list => list.Name);
    }
}
