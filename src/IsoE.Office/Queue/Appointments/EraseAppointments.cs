using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Instances;
using IsoE.Office.Queue.Serving;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Queue.Appointments;

/// <summary>Erases who had booked the appointment that a dossier came from. Others who had booked the same time keep theirs.</summary>
internal sealed class EraseAppointments(OfficeDb db, InstanceRunner instances) : IErasesBesides
{
    public async Task Run(ErasedDossier dossier, CancellationToken cancel)
    {
        var tickets = db.Set<TicketDossierRow>().Where(link => link.DossierId == dossier.InstanceId).Select(link => link.TicketId);
        var appointments = await db.Set<AppointmentRow>().AsNoTracking()
            .Where(row => row.TicketId != null && tickets.Contains(row.TicketId)).ToListAsync(cancel);
        foreach (var appointment in appointments) await Erase(dossier, appointment, cancel);
    }

    private Task<StepResult> Erase(ErasedDossier dossier, AppointmentRow appointment, CancellationToken cancel) => instances.Run(
        new StepRequest(dossier.AgencyId, appointment.InstanceId, $"erase:{appointment.Id}", dossier.ActorId) { Also = [typeof(AppointmentRow), typeof(HistoryRow)] },
        step =>
        {
            var told = step.All<HistoryRow>().Where(row => row.Data.Contains($"\"{appointment.Id}\"", StringComparison.Ordinal)).Select(row => row.Sequence).ToList();
            step.EraseHistory(told, [], dossier.Ground);
            step.Update(Nobodys(step.All<AppointmentRow>().Single(row => row.Id == appointment.Id)));
        },
        cancel);

    private static AppointmentRow Nobodys(AppointmentRow row) => new()
    {
        AgencyId = row.AgencyId,
        Id = row.Id,
        InstanceId = row.InstanceId,
        Code = row.Code,
        FieldCode = row.FieldCode,
        StartsAt = row.StartsAt,
        Name = ErasableContent.Nobody,
        Phone = "",
        Secret = row.Secret,
        Status = row.Status,
        TicketId = row.TicketId,
    };
}
