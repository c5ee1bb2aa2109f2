using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>Who holds a role of the agency today.</summary>
public sealed class RoleHolders(OfficeDb db, TimeProvider clock)
{
    /// <summary>The people with the role, by name.</summary>
    public async Task<IReadOnlyList<Person>> Of(string role, CancellationToken cancel) =>
        await Holders(role).OrderBy(person => person.FullName).ToListAsync(cancel);

    /// <summary>The person, if they hold the role today; else null. For decisions of a step, which cannot wait.</summary>
    public Person? Find(string role, string personId) => Holders(role).SingleOrDefault(person => person.Id == personId);

    private IQueryable<Person> Holders(string role)
    {
        var today = AgencyTime.Today(clock);
        var holders = db.Set<PersonRole>()
            .Where(row => row.Role == role && row.FromOn <= today && (row.ToOn == null || row.ToOn >= today))
            .Select(row => row.PersonId);
        return db.Set<Person>().AsNoTracking()
            .Where(person => holders.Contains(person.Id) && person.FromOn <= today && (person.ToOn == null || person.ToOn >= today));
    }
}
