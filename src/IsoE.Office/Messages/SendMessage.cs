using IsoE.Office.Messages.Templates;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Messages;

/// <summary>A message to one address that no procedure asked for: a one-time code, an invitation to rate.</summary>
/// <param name="Key">Made once for each message; sent again with the same key, it goes out once.</param>
/// <param name="To">Telephone number or e-mail address: it decides on the channel.</param>
/// <param name="Kind">A key of the templates, see <see cref="MessageKinds"/>.</param>
/// <param name="Values">What the template names, besides what it is told of agency and dossier.</param>
/// <param name="DossierId">The dossier on whose timeline it stands; null for none.</param>
public sealed record MessageOrder(
    string Key, string AgencyId, string To, string Kind, IReadOnlyDictionary<string, string> Values, string? DossierId = null);

/// <summary>Has a message sent by the outbox: at once unless it is night, again when the gateway fails.</summary>
public sealed class SendMessage(OfficeDb db, MessageTemplates templates, OutboxSignal signal, TimeProvider clock)
{
    /// <exception cref="RejectedException"><c>address-invalid</c>.</exception>
    /// <exception cref="InvalidOperationException">There is no template of this kind.</exception>
    public async Task Run(MessageOrder order, CancellationToken cancel)
    {
        templates.Get(order.Kind);
        var (channel, address) = Addresses.Read(order.To) ?? throw Addresses.Invalid();
        var now = Instant.ToStored(clock.GetUtcNow());
        Add(order, channel, address, now);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (LostRace.Explains(failure))
        {
            // Ordered before with this key: it goes out once.
            db.ChangeTracker.Clear();
        }
        signal.Ring();
    }

    private void Add(MessageOrder order, MessageChannel channel, string address, DateTimeOffset now)
    {
        var instance = order.DossierId ?? MessageRow.NoDossier;
        db.Add(new MessageRow
        {
            AgencyId = order.AgencyId,
            Id = order.Key,
            InstanceId = instance,
            Channel = channel,
            Kind = order.Kind,
            Recipient = "address",
            Address = address,
            TemplateValues = OfficeJson.Write(order.Values),
            Status = MessageState.Pending,
            RequestedAt = now,
            StopSecret = Secrets.New(),
        });
        db.Add(new OutboxRow
        {
            AgencyId = order.AgencyId,
            Id = RowId.New(now),
            InstanceId = instance,
            Topic = MessageProjection.SendTopic,
            Key = order.Key,
            Payload = "{}",
            Status = OutboxStatus.Pending,
            Attempts = 0,
            CreatedAt = now,
            NextAttemptAt = now,
        });
    }
}
