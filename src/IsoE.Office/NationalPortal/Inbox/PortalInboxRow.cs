using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.NationalPortal.Inbox;

/// <summary>An event that the portal told us of, and what became of it.</summary>
public sealed class PortalInboxRow : IBelongsToAgency
{
    public required string AgencyId { get; init; }

    /// <summary>Made from the event's source and id: the same event has the same.</summary>
    public required string Id { get; init; }

    public required string EventId { get; init; }
    public required string Type { get; init; }

    /// <summary>The portal's code of the dossier.</summary>
    public required string Subject { get; init; }

    /// <summary>Place among the events of the dossier, from 1 on.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it happened by the portal's clock; nothing is counted from it.</summary>
    public DateTimeOffset? HappenedAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>JSON of the event's data.</summary>
    public required string Data { get; init; }

    public required PortalInboxState State { get; set; }

    /// <summary>Why it was refused; null otherwise.</summary>
    public string? Reason { get; set; }
}

public enum PortalInboxState
{
    /// <summary>An event before it has not come yet.</summary>
    Waiting,

    Applied,

    /// <summary>It makes no sense here; <see cref="PortalInboxRow.Reason"/> says why, and so did the answer.</summary>
    Refused,

    /// <summary>Another event with this sequence was applied.</summary>
    Stale,
}

internal sealed class PortalInboxRowMapping : IEntityTypeConfiguration<PortalInboxRow>
{
    public void Configure(EntityTypeBuilder<PortalInboxRow> row)
    {
        row.HasKey(known => new { known.AgencyId, known.Id });
        row.HasIndex(known => new { known.AgencyId, known.Subject, known.Sequence });
        row.HasIndex(known => new { known.AgencyId, known.State, known.ReceivedAt });
    }
}
