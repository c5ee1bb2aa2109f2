using IsoE.Office.Calendars;
using IsoE.Office.DocumentControl;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Quality.Registers;

/// <summary>
/// The reading of registers that everybody has to know, such as the policy: whenever one changes, a new version of it is given
/// to every officer to read, as a new version of a procedure is (ISO 9001:2015 clauses 5.2.2 and 7.3).
/// </summary>
public sealed class RegisterReading(OfficeDb db, DistributeDocument distribute, AcknowledgeDocument acknowledge, TimeProvider clock)
{
    /// <summary>Asks all officers to read the register as it stands now.</summary>
    public async Task Ask(Actor actor, string register, string commandId, CancellationToken cancel)
    {
        var officers = await Officers().ToListAsync(cancel);
        var people = await db.Set<Person>().AsNoTracking().Where(person => officers.Contains(person.Id)).ToListAsync(cancel);
        await distribute.Ask(actor.AgencyId, register, await Version(register, cancel), people, actor.PersonId, actor.Name, $"{commandId}:read", cancel);
    }

    /// <summary>The actor has read the register as it stands now.</summary>
    public async Task Acknowledge(Actor actor, string register, CancellationToken cancel) =>
        await acknowledge.Note(actor, register, await Version(register, cancel), cancel);

    /// <summary>The officers of today who have read the register as it stands now, and how many officers there are.</summary>
    public async Task<(IReadOnlyList<ReadingRow> Readers, int Officers)> Of(string register, CancellationToken cancel)
    {
        var officers = (await Officers().ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var version = await Version(register, cancel);
        var read = await db.Set<ReadingRow>().AsNoTracking().Where(row => row.Code == register && row.Version == version && row.AcknowledgedAt != null).ToListAsync(cancel);
        return ([.. read.Where(row => officers.Contains(row.PersonId)).OrderBy(row => row.AcknowledgedAt)], officers.Count);
    }

    /// <summary>How often something was written in the register: its version.</summary>
    private Task<int> Version(string register, CancellationToken cancel) => db.History.CountAsync(
        row => row.Type == nameof(EntryRecorded) && db.Set<RegisterEntryRow>().Any(entry => entry.InstanceId == row.InstanceId && entry.Register == register), cancel);

    /// <summary>Everybody who works for the agency today; not its administrators and not outsiders.</summary>
    private IQueryable<string> Officers()
    {
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        string[] others = [.. Roles.Administrators, Roles.ExternalAuditor, Roles.ExternalAgency];
        return db.Set<PersonRole>().Where(role => !others.Contains(role.Role) && role.FromOn <= today && (role.ToOn == null || role.ToOn >= today))
            .Select(role => role.PersonId).Distinct();
    }
}
