using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Printing;

/// <summary>Reads a dossier as it stood after one of its events, or as it stands now.</summary>
public sealed class ReadDossierMoment(OfficeDb db, InstanceHistory histories, ProcedureLibrary procedures)
{
    /// <param name="sequence">Place of the last event to be seen; null for all.</param>
    /// <exception cref="RejectedException">There is no such dossier in the agency.</exception>
    public async Task<DossierMoment> Run(string agencyId, string dossierId, long? sequence, CancellationToken cancel)
    {
        var history = await histories.Read(agencyId, dossierId, cancel);
        var seen = history.Where(recorded => sequence is null || recorded.Sequence <= sequence).ToList();
        var dossier = seen.Aggregate((DossierRow?)null, (row, recorded) => Dossier.Apply(row, agencyId, dossierId, recorded))
            ?? throw (seen.Exists(recorded => recorded.Fact is ErasedFact)
                ? new RejectedException("history-erased", new Text(
                    "Nội dung hồ sơ tại thời điểm này đã được xóa theo luật; chỉ còn mã băm.",
                    "What the dossier said at this moment was erased lawfully; only the hashes are left."))
                : new RejectedException("dossier-unknown", new Text(
                    "Không tìm thấy hồ sơ này trong cơ quan. Hãy kiểm tra lại mã hồ sơ.",
                    "This agency has no such dossier. Check the dossier code.")));
        var day = VietnamTime.DateOf(seen[^1].At);
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == agencyId, cancel);
        return new DossierMoment(
            dossier,
            procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion),
            agency,
            await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == agency.ParentId, cancel),
            await db.Set<Person>().AsNoTracking().ToDictionaryAsync(person => person.Id, cancel),
            await db.Set<Position>().On(day, cancel),
            await db.Set<Unit>().On(day, cancel),
            await TasksOf(dossierId, seen, cancel),
            seen);
    }

    private async Task<IReadOnlyList<TaskRow>> TasksOf(
        string dossierId, IReadOnlyList<RecordedEvent> seen, CancellationToken cancel)
    {
        var last = seen[^1].At;
        var rows = await db.Set<TaskRow>().AsNoTracking().Where(task => task.InstanceId == dossierId).ToListAsync(cancel);
        return [.. rows.Where(task => task.CreatedAt <= last).OrderBy(task => task.CreatedAt).ThenBy(task => task.Id, StringComparer.Ordinal)];
    }
}
