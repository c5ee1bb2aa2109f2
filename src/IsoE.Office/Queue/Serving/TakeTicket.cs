using System.Globalization;
using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Queue.Appointments;
using IsoE.Office.Queue.Setup;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Queue.Serving;

/// <summary>What somebody asks for at a ticket machine.</summary>
/// <param name="TicketId">Id made with <c>RowId.New</c> when the screen was shown: touched twice, one number is given.</param>
/// <param name="Priority">Code of the priority group; null for none.</param>
public sealed record TicketRequest(string TicketId, string Field, string? Priority);

/// <summary>Gives out a number at a ticket machine: prefix of the field and three digits, counted anew each day, without gaps.</summary>
public sealed class TakeTicket(QueueDay day, ReadQueueSetup arranged, CalendarSource calendars, OfficeDb db, TimeProvider clock)
{
    /// <returns>The number; for a request sent again, the one given the first time.</returns>
    /// <exception cref="RejectedException"><c>queue-closed</c> saying when it opens, <c>queue-field-unknown</c>, <c>priority-unknown</c>.</exception>
    public Task<TicketRow> Run(QueueDevice machine, TicketRequest request, CancellationToken cancel) =>
        Run(machine.AgencyId, request, null, cancel);

    internal async Task<TicketRow> Run(string agencyId, TicketRequest request, AppointmentRow? appointment, CancellationToken cancel)
    {
        RefuseWhileClosed(agencyId);
        var setup = await arranged.Run(agencyId, cancel);
        var field = setup.OpenFields.FirstOrDefault(each => each.Code == request.Field) ?? throw QueueRejections.FieldUnknown();
        var priority = request.Priority is { Length: > 0 } code
            ? setup.OpenGroups.FirstOrDefault(group => group.Code == code)?.Code ?? throw QueueRejections.PriorityUnknown()
            : null;
        var (secret, on) = (Secrets.New(), VietnamTime.DateOf(clock.GetUtcNow()));
        var series = QueueDay.SeriesOf(on, field.Prefix);
        await day.Run(
            agencyId, Actor.ApplicantId, $"take-{request.TicketId}",
            step => step.Record(new TicketTaken(
                request.TicketId, string.Create(CultureInfo.InvariantCulture, $"{field.Prefix}{step.NextNumber(series):000}"), on, field.Code, priority,
                appointment?.Id, secret, QueueOrder.CountsFrom(step.Now, priority is not null, appointment?.StartsAt, setup.Rules))),
            cancel, series);
        return await db.Set<TicketRow>().IgnoreQueryFilters([OfficeDb.AgencyFilter]).AsNoTracking()
            .SingleAsync(row => row.AgencyId == agencyId && row.Id == request.TicketId, cancel);
    }

    private void RefuseWhileClosed(string agencyId)
    {
        var (calendar, now) = (calendars(agencyId).Calendar, clock.GetUtcNow());
        if (!calendar.IsReceptionOpen(now)) throw QueueRejections.Closed(calendar.NextReception(now));
    }
}
