using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Instances;
using IsoE.Office.Queue.Serving;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Queue.Appointments;

/// <summary>
/// Erases who had booked the appointment that a dossier came from, or that no dossier came from. Others who had booked the same time
/// keep theirs.
/// </summary>
internal sealed class EraseAppointments(OfficeDb db, InstanceRunner instances, TimeProvider clock) : IErasesBesides, IErasesPerson
{
    public string Kind => "appointment";

    public Text Name => new("lịch hẹn", "appointments");

    /// <summary>Not those still to come: the person means to keep or to cancel them.</summary>
    public async Task<IReadOnlyList<string>> Find(string about, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.Set<AppointmentRow>()
            .Where(row => row.Phone == about && (row.StartsAt < now || row.Status != AppointmentState.Booked)
                && !db.Set<TicketDossierRow>().Any(link => link.TicketId == row.TicketId))
            .Select(row => row.Id).ToListAsync(cancel);
    }

    public async Task Run(ErasedDossier dossier, CancellationToken cancel)
    {
        var tickets = db.Set<TicketDossierRow>().Where(link => link.DossierId == dossier.InstanceId).Select(link => link.TicketId);
        var ids = await db.Set<AppointmentRow>().Where(row => row.TicketId != null && tickets.Contains(row.TicketId)).Select(row => row.Id).ToListAsync(cancel);
        await Erase(new ErasedBesides(dossier.AgencyId, ids, dossier.ActorId, dossier.Ground), cancel);
    }

    public async Task Erase(ErasedBesides erased, CancellationToken cancel)
    {
        foreach (var row in await db.Set<AppointmentRow>().AsNoTracking().Where(row => erased.Ids.Contains(row.Id)).ToListAsync(cancel))
            await instances.Run(
                new StepRequest(erased.AgencyId, row.InstanceId, $"erase:{row.Id}", erased.ActorId) { Also = [typeof(AppointmentRow), typeof(HistoryRow)] },
                step => Erase(step, row.Id, erased.Ground), cancel);
    }

    private static void Erase(Step step, string id, string ground)
    {
        var told = step.All<HistoryRow>().Where(fact => fact.Data.Contains($"\"{id}\"", StringComparison.Ordinal)).Select(fact => fact.Sequence).ToList();
        step.EraseHistory(told, [], ground);
        var row = step.All<AppointmentRow>().Single(each => each.Id == id);
        (row.Name, row.Phone) = (ErasableContent.Nobody, "");
        step.Update(row);
    }
}
