using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Messages.OptOut;

/// <summary>Somebody wants no messages at an address, or wanted none for a time. Rows are never deleted.</summary>
/// <remarks>Of no single agency: to whoever receives them, messages come from one number.</remarks>
public sealed class OptOutRow
{
    public required string Id { get; init; }

    public required MessageChannel Channel { get; init; }

    /// <summary>As <see cref="Addresses"/> writes it.</summary>
    public required string Address { get; init; }

    public required DateTimeOffset StoppedAt { get; init; }

    public required OptOutWay StoppedBy { get; init; }

    /// <summary>When messages were wanted again; null while they are not.</summary>
    public DateTimeOffset? ResumedAt { get; set; }

    public OptOutWay? ResumedBy { get; set; }
}

/// <summary>How somebody said it.</summary>
public enum OptOutWay
{
    /// <summary>By answering with the word for it.</summary>
    Reply,

    /// <summary>On the page whose address stands in the message.</summary>
    Page,

    /// <summary>To an officer.</summary>
    Officer,
}

internal sealed class OptOutRowMapping : IEntityTypeConfiguration<OptOutRow>
{
    public void Configure(EntityTypeBuilder<OptOutRow> row)
    {
        row.HasKey(optOut => optOut.Id);
        row.HasIndex(optOut => new { optOut.Channel, optOut.Address }).HasFilter("resumed_at IS NULL").IsUnique();
    }
}
