using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Messages.Gateways;
using IsoE.Office.Messages.OptOut;
using IsoE.Office.Messages.Templates;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Messages;

/// <summary>Sends a message over its channel to everybody it is meant for who has an address and wants it.</summary>
/// <remarks>A gateway that does not take it makes the outbox come again later.</remarks>
internal sealed class DeliverMessage(
    OfficeDb db, IEnumerable<IMessageGateway> gateways, MessageTemplates templates, OptOuts optOuts, MessageOptions options, TimeProvider clock)
    : IOutboxConsumer
{
    public async Task Deliver(OutboxItem item, CancellationToken cancel)
    {
        var message = await db.Set<MessageRow>().SingleAsync(row => row.Id == item.Key, cancel);
        if (message.Status != MessageState.Pending)
            return;
        var (template, now) = (templates.Get(message.Kind), clock.GetUtcNow());
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(each => each.Id == message.AgencyId, cancel);
        if (template.ExpiresAfterMinutes is { } minutes && now > message.RequestedAt.AddMinutes(minutes))
            await Settle(message, template, MessageState.Expired, cancel);
        else if (!template.IsUrgent && QuietHours.EndOf(agency, now) is { } morning)
            throw new DeliverLaterException(morning, "Chờ hết giờ yên tĩnh");
        else
            await Send(message, template, agency, cancel);
    }

    private async Task Send(MessageRow message, MessageTemplate template, Agency agency, CancellationToken cancel)
    {
        var addresses = await AddressesOf(message, cancel);
        var wanted = template.IsRequired ? addresses : await optOuts.Without(message.Channel, addresses, cancel);
        if (wanted.Count > 0)
        {
            await Write(message, template, agency, cancel);
            var stop = template.IsRequired ? null : options.StopAddress(message.StopSecret);
            await gateways.Single(each => each.Channel == message.Channel).Send(
                new OutgoingMessage(message.Id, wanted, message.Subject, message.Body!, stop), cancel);
            (message.SentTo, message.SentAt) = (string.Join(',', wanted), clock.GetUtcNow());
        }
        var state = wanted.Count > 0 ? MessageState.Sent : addresses.Count > 0 ? MessageState.NotWanted : MessageState.NoAddress;
        await Settle(message, template, state, cancel);
    }

    private async Task Settle(MessageRow message, MessageTemplate template, MessageState state, CancellationToken cancel)
    {
        message.Status = state;
        if (template.IsSecret) (message.TemplateValues, message.Body) = ("{}", null);
        await db.SaveChangesAsync(cancel);
    }

    private async Task Write(MessageRow message, MessageTemplate template, Agency agency, CancellationToken cancel)
    {
        var values = new Dictionary<string, string>(message.ReadValues())
        {
            ["agency"] = agency.NameVi,
            ["hotline"] = options.Hotline ?? agency.Phone ?? "",
            ["stop"] = options.StopAddress(message.StopSecret),
        };
        var dossier = await db.Set<DossierRow>().AsNoTracking().SingleOrDefaultAsync(row => row.InstanceId == message.InstanceId, cancel);
        if (dossier is not null)
        {
            values["code"] = dossier.Code;
            values["applicant"] = dossier.ApplicantName;
            // Confidential dossiers are not tracked in public.
            if (!dossier.IsConfidential) values["link"] = options.TrackingAddress(dossier.TrackingSecret);
        }
        if (message.Channel is MessageChannel.Sms) message.Body = MessageWords.Sms(template, values);
        else (message.Subject, message.Body) = (MessageWords.Subject(template, values), MessageWords.Body(template, values));
    }

    private async Task<IReadOnlyList<string>> AddressesOf(MessageRow message, CancellationToken cancel)
    {
        if (message.Address is { Length: > 0 } address) return [address];
        var found = message.Recipient.Split(':', 2) switch
        {
            ["role", var role] => WithRole(role),
            ["person", var id] => db.Set<Person>().Where(person => person.Id == id).Select(person => person.Email),
            _ => null,
        };
        if (found is null) return [];
        return (await found.ToListAsync(cancel)).OfType<string>().Where(each => each.Length > 0).Distinct().ToList();
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
