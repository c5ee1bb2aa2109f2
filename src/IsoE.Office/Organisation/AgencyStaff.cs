using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>The people of an agency on a day, for questions that need no database.</summary>
/// <param name="People">By name, each with own, shared and delegated roles.</param>
/// <param name="Units">The units by code.</param>
public sealed record Staff(IReadOnlyList<Actor> People, IReadOnlyDictionary<string, Text> Units);

/// <summary>Reads everybody who works at an agency today, each with own, shared and delegated roles.</summary>
public sealed class AgencyStaff(OfficeDb db, TimeProvider clock)
{
    public async Task<Staff> Run(string agencyId, CancellationToken cancel)
    {
        var today = AgencyTime.Today(clock);
        var tree = await UnitTree.Load(db, agencyId, today, cancel);
        var people = await Of<Person>(agencyId).OrderBy(person => person.FullName).ThenBy(person => person.Id).ToListAsync(cancel);
        var own = (await Of<PersonRole>(agencyId).ToListAsync(cancel)).ToLookup(row => row.PersonId);
        var shared = (await Of<Deputy>(agencyId).ToListAsync(cancel)).ToLookup(row => row.DeputyId);
        var delegated = (await Of<Delegation>(agencyId).ToListAsync(cancel)).ToLookup(row => row.ToPersonId);
        var units = await Of<Unit>(agencyId).InForce(today).ToListAsync(cancel);
        return new Staff(
            [
                .. people.Where(person => person.WorksOn(today)).Select(person => new Actor(
                    agencyId,
                    person.Id,
                    person.FullName,
                    ResolveActor.Grants(own[person.Id], shared[person.Id], delegated[person.Id], today, tree))),
            ],
            units.ToDictionary(unit => unit.Code, unit => unit.Name, StringComparer.Ordinal));
    }

    private IQueryable<T> Of<T>(string agencyId)
        where T : class, IBelongsToAgency =>
        db.Set<T>().IgnoreQueryFilters().AsNoTracking().Where(row => row.AgencyId == agencyId);
}
