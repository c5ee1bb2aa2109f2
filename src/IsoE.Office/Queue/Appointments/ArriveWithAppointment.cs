using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Queue.Serving;
using IsoE.Office.Queue.Setup;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Queue.Appointments;

/// <summary>Somebody with an appointment is there and gets a number, which counts from the time of the appointment.</summary>
public sealed class ArriveWithAppointment(OfficeDb db, TakeTicket take, InstanceRunner instances, ReadQueueSetup setup, TimeProvider clock)
{
    /// <param name="code">The code of the appointment, as typed or scanned.</param>
    /// <returns>The number; for a code shown again, the one given the first time.</returns>
    /// <exception cref="RejectedException"><c>appointment-unknown</c>, <c>appointment-not-now</c>, and those of <see cref="TakeTicket"/>.</exception>
    public async Task<TicketRow> Run(QueueDevice machine, string code, CancellationToken cancel)
    {
        var typed = code.Trim().ToUpperInvariant();
        var row = await db.Set<AppointmentRow>().IgnoreQueryFilters([OfficeDb.AgencyFilter]).AsNoTracking()
            .SingleOrDefaultAsync(each => each.AgencyId == machine.AgencyId && each.Code == typed && each.Status != AppointmentState.Cancelled, cancel) ?? throw Unknown();
        var rules = (await setup.Run(machine.AgencyId, cancel)).Rules;
        if ((clock.GetUtcNow() - row.StartsAt).Duration() > TimeSpan.FromMinutes(rules.ArrivalMinutes)) throw NotNow(row, rules);
        // The number has the id of the appointment: what breaks off in between is carried on by showing the code again.
        var ticket = await take.Run(machine.AgencyId, new TicketRequest(row.Id, row.FieldCode, null), row, cancel);
        await instances.Run(
            new StepRequest(row.AgencyId, row.InstanceId, $"arrive-{row.Id}", Actor.ApplicantId) { Also = [typeof(AppointmentRow)] },
            step => step.Record(new AppointmentKept(row.Id, ticket.Id)), cancel);
        return ticket;
    }

    internal static RejectedException Unknown() => new("appointment-unknown", new Text(
        "Không có lịch hẹn với mã này, hoặc đã hủy.", "There is no appointment with this code, or it has been cancelled."))
    { Field = "AppointmentCode" };

    private static RejectedException NotNow(AppointmentRow row, QueueRules rules) => new("appointment-not-now", new Text(
        $"Lịch hẹn lúc {Wording.Moment(row.StartsAt).Vi}; lấy số trong khoảng {rules.ArrivalMinutes} phút trước và sau giờ hẹn. Ngoài khoảng đó, hãy lấy số thường.",
        $"The appointment is at {Wording.Moment(row.StartsAt).En}; its number is given within {rules.ArrivalMinutes} minutes before and after. Otherwise take an ordinary number."))
    { Field = "AppointmentCode" };
}
