using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Moves;

/// <summary>A batch of dossiers to be moved to a later version of their procedure: the fold of its history.</summary>
public sealed class MoveRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    public required string InstanceId { get; init; }

    /// <summary>The document of the later version.</summary>
    public required string DocumentId { get; init; }

    public required string Code { get; init; }

    public required int ToVersion { get; init; }

    /// <summary>First day of the later version, in the agency's zone; no dossier is moved before.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    public required MoveStatus Status { get; set; }

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
}

/// <summary>Where a batch stands.</summary>
public enum MoveStatus
{
    /// <summary>Waits for the approver.</summary>
    Proposed,

    Rejected,

    /// <summary>Waits for the first day of the later version, or is being carried out.</summary>
    Approved,

    Done,
}

/// <summary>What the statuses are called.</summary>
public static class MoveStatuses
{
    public static Text NameOf(MoveStatus status) => status switch
    {
        MoveStatus.Proposed => new Text("Chờ phê duyệt", "Waits for approval"),
        MoveStatus.Rejected => new Text("Không được phê duyệt", "Rejected"),
        MoveStatus.Approved => new Text("Đã phê duyệt", "Approved"),
        _ => new Text("Đã thực hiện", "Carried out"),
    };
}

internal sealed class MoveRowMapping : IEntityTypeConfiguration<MoveRow>
{
    public void Configure(EntityTypeBuilder<MoveRow> row)
    {
        row.HasKey(m => new { m.AgencyId, m.InstanceId });
        row.HasIndex(m => new { m.AgencyId, m.DocumentId });
    }
}
