using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Queue.Serving;

/// <summary>Says that a dossier was received from the person with a number. Saying it again changes nothing.</summary>
public sealed class LinkTicket(InstanceRunner instances, OfficeDb db)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>ticket-unknown</c>, <c>dossier-unknown</c>.</exception>
    public async Task Run(Actor actor, string ticketId, string dossierId, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ServeQueue);
        var ticket = await db.Set<TicketRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == ticketId, cancel) ?? throw QueueRejections.TicketUnknown();
        if (!await db.Set<DossierRow>().AnyAsync(row => row.InstanceId == dossierId, cancel))
            throw new RejectedException("dossier-unknown", new Text("Không tìm thấy hồ sơ này.", "There is no such dossier."));
        await instances.Run(
            new StepRequest(actor.AgencyId, ticket.InstanceId, $"link-{ticketId}-{dossierId}", actor.PersonId),
            step => step.Record(new TicketLinked(ticketId, dossierId)), cancel);
    }

    /// <summary>The number whose holder handed the dossier in; null when nobody came with one.</summary>
    public async Task<TicketRow?> Find(string dossierId, CancellationToken cancel) => await (
        from link in db.Set<TicketDossierRow>()
        join ticket in db.Set<TicketRow>() on link.TicketId equals ticket.Id
        where link.DossierId == dossierId
        orderby ticket.TakenAt
        select ticket).AsNoTracking().FirstOrDefaultAsync(cancel);
}
