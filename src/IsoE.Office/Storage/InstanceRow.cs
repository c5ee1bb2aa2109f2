using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Storage;

/// <summary>Snapshot of one workflow instance: the fold of its history, kept so that a step need not replay.</summary>
public sealed class InstanceRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    /// <summary>UUIDv7 without hyphens; the dossier of the instance has the same id.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The definition the instance runs; null for a dossier whose workflow has not begun.</summary>
    public string? DefinitionId { get; set; }

    /// <summary>Version of the definition the instance is pinned to.</summary>
    public int? DefinitionVersion { get; set; }

    /// <summary>Business key given at the start: the dossier code.</summary>
    public required string CorrelationId { get; set; }

    /// <summary>Elsa's status: <c>Running</c> or <c>Finished</c>.</summary>
    public required string Status { get; set; }

    /// <summary>Elsa's sub-status: <c>Pending</c>, <c>Executing</c>, <c>Suspended</c>, <c>Finished</c>, <c>Cancelled</c>, <c>Faulted</c>.</summary>
    public required string SubStatus { get; set; }

    /// <summary>How many of its activities have failed and wait to be tried again.</summary>
    public int Incidents { get; set; }

    /// <summary>Sequence of the last history row; the version that a step checks.</summary>
    public required long Sequence { get; set; }

    /// <summary>Hash of the last history row.</summary>
    public required byte[] HeadHash { get; set; }

    /// <summary>Canonical JSON of the engine's state; null for a dossier whose workflow has not begun.</summary>
    public string? State { get; set; }

    public string? ParentAgencyId { get; set; }

    public string? ParentInstanceId { get; set; }

    /// <summary>The bookmark of the parent that waits for this instance.</summary>
    public string? ParentBookmarkId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>When the law had its content erased; its files belong to nobody from then on. Null as a rule.</summary>
    public DateTimeOffset? ErasedAt { get; set; }
}

internal sealed class InstanceRowMapping : IEntityTypeConfiguration<InstanceRow>
{
    public void Configure(EntityTypeBuilder<InstanceRow> row)
    {
        row.HasKey(i => new { i.AgencyId, i.InstanceId });
        row.Property(i => i.Sequence).IsConcurrencyToken();
        row.HasIndex(i => new { i.AgencyId, i.CorrelationId });
        row.HasIndex(i => new { i.AgencyId, i.UpdatedAt }).HasFilter("incidents > 0");
        row.HasIndex(i => new { i.ParentAgencyId, i.ParentInstanceId });
    }
}
