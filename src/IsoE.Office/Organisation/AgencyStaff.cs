using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>Reads everybody who works at an agency today, each with own, shared and delegated roles.</summary>
public sealed class AgencyStaff(OfficeDb db, TimeProvider clock)
{
    /// <summary>The people by name.</summary>
    public async Task<IReadOnlyList<Actor>> Run(string agencyId, CancellationToken cancel)
    {
        var today = AgencyTime.Today(clock);
        var tree = await UnitTree.Load(db, agencyId, cancel);
        var people = await Of<Person>(agencyId).OrderBy(person => person.FullName).ThenBy(person => person.Id).ToListAsync(cancel);
        var own = (await Of<PersonRole>(agencyId).ToListAsync(cancel)).ToLookup(row => row.PersonId);
        var shared = (await Of<Deputy>(agencyId).ToListAsync(cancel)).ToLookup(row => row.DeputyId);
        var delegated = (await Of<Delegation>(agencyId).ToListAsync(cancel)).ToLookup(row => row.ToPersonId);
        return
        [
            .. people.Where(person => person.WorksOn(today)).Select(person => new Actor(
                agencyId,
                person.Id,
                person.FullName,
                ResolveActor.Grants(own[person.Id], shared[person.Id], delegated[person.Id], today, tree))),
        ];
    }

    private IQueryable<T> Of<T>(string agencyId)
        where T : class, IBelongsToAgency =>
        db.Set<T>().IgnoreQueryFilters().AsNoTracking().Where(row => row.AgencyId == agencyId);
}
