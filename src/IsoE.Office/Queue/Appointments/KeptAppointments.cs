using IsoE.Office.Calendars;
using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Instances;
using IsoE.Office.Queue.Serving;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Queue.Appointments;

/// <summary>
/// The appointments of a person. Who had booked one is erased with the dossier that came from it, or by itself; others who had booked
/// the same time keep theirs.
/// </summary>
internal sealed class KeptAppointments(OfficeDb db, InstanceRunner instances, TimeProvider clock) : IErasesBesides, IKeepsPerson
{
    public string Kind => "appointment";

    public Text Name => new("lịch hẹn", "appointments");

    public async Task<IReadOnlyList<Text>> Tell(string about, CancellationToken cancel)
    {
        var booked = await db.Set<AppointmentRow>().AsNoTracking().Where(row => row.Phone == about).OrderBy(row => row.StartsAt).ToListAsync(cancel);
        return booked.ConvertAll(row => new Text($"{Wording.Moment(row.StartsAt).Vi}, {row.Name}, mã {row.Code}", $"{Wording.Moment(row.StartsAt).En}, {row.Name}, code {row.Code}"));
    }

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
