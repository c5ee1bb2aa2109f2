using System.Globalization;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Messages;

/// <summary>A message over one channel, and what became of it. Why it has not gone yet stands in its outbox row.</summary>
public sealed class MessageRow : IInstanceRow
{
    /// <summary>Stands for the dossier of messages that belong to none.</summary>
    public const string NoDossier = "messages";

    public required string AgencyId { get; init; }

    /// <summary>Also its key in the outbox. The instance's id, the letter m (s for SMS) and the place in history, or the key of the order.</summary>
    public required string Id { get; init; }

    public required string InstanceId { get; init; }

    /// <summary>Place in the dossier's history of the event that it tells of; null for one that was ordered apart.</summary>
    public long? Sequence { get; init; }

    public required MessageChannel Channel { get; init; }

    /// <summary>A key of the templates, see <see cref="MessageKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>applicant</c>, <c>role:CODE</c>, <c>person:ID</c>, or <c>address</c> for one that was ordered apart.</summary>
    public required string Recipient { get; init; }

    /// <summary>Telephone number or e-mail address; null where the roles of the day decide, or there is none.</summary>
    public string? Address { get; init; }

    /// <summary>JSON object of the values that the template names.</summary>
    public required string TemplateValues { get; set; }

    /// <summary>As it was sent; Vietnamese, for messages leave the agency in the language of its records.</summary>
    public string? Subject { get; set; }

    /// <summary>As it was sent; null before, and for messages whose content is not kept.</summary>
    public string? Body { get; set; }

    public required MessageState Status { get; set; }

    /// <summary>Addresses it was sent to, separated by commas; null while it was not.</summary>
    public string? SentTo { get; set; }

    public required DateTimeOffset RequestedAt { get; init; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The secret part of the link by which the receiver ends such messages.</summary>
    public required string StopSecret { get; init; }

    public IReadOnlyDictionary<string, string> ReadValues() => OfficeJson.Read<Dictionary<string, string>>(TemplateValues);

    /// <summary>The same after every rebuild.</summary>
    public static string IdOf(string instanceId, long sequence, MessageChannel channel) =>
        string.Create(CultureInfo.InvariantCulture, $"{instanceId}{(channel is MessageChannel.Sms ? 's' : 'm')}{sequence}");
}

public enum MessageChannel
{
    Email,
    Sms,
}

public enum MessageState
{
    Pending,
    Sent,

    /// <summary>Nobody it is meant for has an address: somebody has to call.</summary>
    NoAddress,

    /// <summary>Whoever it is meant for wants no such messages.</summary>
    NotWanted,

    /// <summary>It could not be sent while it was of use.</summary>
    Expired,
}

internal sealed class MessageRowMapping : IEntityTypeConfiguration<MessageRow>
{
    public void Configure(EntityTypeBuilder<MessageRow> row)
    {
        row.HasKey(message => new { message.AgencyId, message.Id });
        row.Property(message => message.Address).IsErasable();
        row.Property(message => message.TemplateValues).IsErasable("{}");
        row.Property(message => message.Subject).IsErasable();
        row.Property(message => message.Body).IsErasable();
        row.Property(message => message.SentTo).IsErasable();
        row.HasIndex(message => new { message.AgencyId, message.InstanceId });
        row.HasIndex(message => new { message.AgencyId, message.RequestedAt });
        row.HasIndex(message => message.StopSecret).IsUnique();
    }
}
