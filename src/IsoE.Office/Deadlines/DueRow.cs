using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Deadlines;

/// <summary>A moment at which something happens by itself unless the work is done before.</summary>
public sealed class DueRow : IInstanceRow, IClaimable
{
    public required string AgencyId { get; init; }

    public required string Id { get; init; }

    public required string InstanceId { get; init; }

    /// <summary>The bookmark whose time it is; null for a deadline of the whole dossier.</summary>
    public string? BookmarkId { get; init; }

    public string? ActivityInstanceId { get; init; }

    public required DueKind Kind { get; init; }

    /// <summary>Outbox topic that is told when the moment comes; set for <see cref="DueKind.Effective"/> only.</summary>
    public string? Topic { get; init; }

    /// <summary>The last instant at which the work is on time; for kinds before a deadline the instant itself.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public required DueStatus Status { get; set; }

    public required int Attempts { get; set; }

    public required DateTimeOffset NextAttemptAt { get; set; }

    public string? LastError { get; set; }

    public string? Owner { get; set; }
}

public enum DueKind
{
    StepNearlyDue,
    StepDue,
    DossierNearlyDue,
    DossierDue,

    /// <summary>What was handed in online has to be answered .</summary>
    AnswerDue,

    /// <summary>The definition names what happens: an outcome is taken.</summary>
    Timeout,

    /// <summary>A delay is over.</summary>
    Delay,

    /// <summary>What was decided before takes effect.</summary>
    Effective,
}

public enum DueStatus
{
    Pending,
    Done,

    /// <summary>The work was done before, or is no longer wanted.</summary>
    Cancelled,

    /// <summary>Given up after the last attempt; shown to the administrator.</summary>
    Failed,
}

internal sealed class DueRowMapping : IEntityTypeConfiguration<DueRow>
{
    public void Configure(EntityTypeBuilder<DueRow> row)
    {
        row.HasKey(d => new { d.AgencyId, d.Id });
        row.Property(due => due.LastError).IsErasable();
        row.HasIndex(d => new { d.AgencyId, d.InstanceId }).HasFilter("status = 'Pending'");
        row.HasIndex(d => new { d.NextAttemptAt, d.Id }).HasFilter("status = 'Pending'");
    }
}
