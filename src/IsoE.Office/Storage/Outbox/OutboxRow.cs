using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Storage.Outbox;

/// <summary>Something to be delivered after the commit of the step that wrote it, at least once.</summary>
public sealed class OutboxRow : IClaimable
{
    public required string AgencyId { get; init; }

    public required string Id { get; init; }

    /// <summary>The instance whose step wrote the row.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Names the consumer, for example <c>start-subprocedure</c>.</summary>
    public required string Topic { get; init; }

    /// <summary>By this the receiver drops what it has had before; unique in agency and topic.</summary>
    public required string Key { get; init; }

    /// <summary>JSON; the consumer knows its form.</summary>
    public required string Payload { get; init; }

    public required OutboxStatus Status { get; set; }

    public required int Attempts { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not tried before this instant; also the end of the lease while somebody is delivering it.</summary>
    public required DateTimeOffset NextAttemptAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    public string? LastError { get; set; }

    public string? Owner { get; set; }
}

public enum OutboxStatus
{
    Pending,
    Delivered,

    /// <summary>Given up after the last attempt; shown to the administrator, who can send it again.</summary>
    Dead,
}

internal sealed class OutboxRowMapping : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> row)
    {
        row.HasKey(o => new { o.AgencyId, o.Id });
        row.Property(o => o.Payload).IsErasable("{}");
        row.Property(o => o.LastError).IsErasable();
        row.Property(o => o.Status).IsErasable(OutboxStatus.Delivered);
        row.HasIndex(o => new { o.AgencyId, o.Topic, o.Key }).IsUnique();
        row.HasIndex(o => new { o.AgencyId, o.InstanceId });
        row.HasIndex(o => new { o.NextAttemptAt, o.Id }).HasFilter("status = 'Pending'");
    }
}
