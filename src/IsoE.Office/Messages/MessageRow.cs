using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Messages;

/// <summary>A message that a procedure asked for (<c>IsoE.Notify</c>), and what became of it.</summary>
public sealed class MessageRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    /// <summary>The instance's id, the letter m, and the place in history at which it was asked for.</summary>
    public required string Id { get; init; }

    public required string InstanceId { get; init; }

    /// <summary><c>applicant</c>, <c>role:CODE</c> or <c>person:ID</c>.</summary>
    public required string Recipient { get; init; }

    /// <summary>Vietnamese; messages leave the agency in the language of its records.</summary>
    public required string Subject { get; init; }

    public required string Body { get; init; }

    public required MessageState Status { get; set; }

    /// <summary>Addresses it was sent to, separated by commas; null while it was not.</summary>
    public string? SentTo { get; set; }

    public required DateTimeOffset RequestedAt { get; init; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The same after every rebuild.</summary>
    public static string IdOf(string instanceId, long sequence) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{instanceId}m{sequence}");
}

public enum MessageState
{
    Pending,
    Sent,

    /// <summary>Nobody it is meant for has an address: somebody has to call.</summary>
    NoAddress,
}

internal sealed class MessageRowMapping : IEntityTypeConfiguration<MessageRow>
{
    public void Configure(EntityTypeBuilder<MessageRow> row)
    {
        row.HasKey(message => new { message.AgencyId, message.Id });
        row.HasIndex(message => new { message.AgencyId, message.InstanceId });
    }
}
