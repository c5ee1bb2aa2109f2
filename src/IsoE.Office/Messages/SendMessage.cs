using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Messages;

/// <summary>Sends a message to everybody it is meant for who has an address.</summary>
/// <remarks>A server that does not take it makes the outbox come again later.</remarks>
internal sealed class SendMessage(OfficeDb db, MailGateway mail, TimeProvider clock) : IOutboxConsumer
{
    public async Task Deliver(OutboxItem item, CancellationToken cancel)
    {
        var message = await db.Set<MessageRow>().SingleAsync(row => row.Id == item.Key, cancel);
        if (message.Status != MessageState.Pending)
            return;
        var addresses = await AddressesOf(message, cancel);
        if (addresses.Count > 0)
            await mail.Send(message.Id, addresses, message.Subject, message.Body, cancel);
        message.Status = addresses.Count > 0 ? MessageState.Sent : MessageState.NoAddress;
        message.SentTo = addresses.Count > 0 ? string.Join(',', addresses) : null;
        message.SentAt = addresses.Count > 0 ? clock.GetUtcNow() : null;
        await db.SaveChangesAsync(cancel);
    }

    private async Task<List<string>> AddressesOf(MessageRow message, CancellationToken cancel)
    {
        var to = message.Recipient.Split(':', 2);
        var found = to switch
        {
            ["role", var role] => WithRole(role),
            ["person", var id] => db.Set<Person>().Where(person => person.Id == id).Select(person => person.Email),
            _ => db.Set<DossierRow>().Where(dossier => dossier.InstanceId == message.InstanceId).Select(dossier => dossier.Email),
        };
        return (await found.ToListAsync(cancel)).OfType<string>().Where(address => address.Length > 0).Distinct().ToList();
    }

    private IQueryable<string?> WithRole(string role)
    {
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        return from person in db.Set<Person>()
               join given in db.Set<PersonRole>() on person.Id equals given.PersonId
               where given.Role == role && given.FromOn <= today && (given.ToOn == null || given.ToOn >= today)
               select person.Email;
    }
}
