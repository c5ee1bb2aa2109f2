using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Web.Language;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Organisation;

/// <summary>Everybody of the agency, by unit, with today's roles.</summary>
public sealed class PeopleModel(OfficeDb db, TimeProvider clock) : Screen
{
    public IReadOnlyList<UnitGroup> Groups { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel)
    {
        var today = Shown.Day(clock.GetUtcNow());
        var people = await db.Set<Person>().AsNoTracking().OrderBy(person => person.FullName).ToListAsync(cancel);
        var units = (await db.Set<Unit>().On(today, cancel)).Values.OrderBy(unit => unit.Code, StringComparer.Ordinal);
        var positions = await db.Set<Position>().On(today, cancel);
        var roles = (await db.Set<PersonRole>().AsNoTracking().ToListAsync(cancel))
            .Where(role => role.HoldsOn(today)).ToLookup(role => role.PersonId, role => role.Role);
        var names = await db.Set<Account>().AsNoTracking().Where(account => account.AgencyId == Actor.AgencyId)
            .ToDictionaryAsync(account => account.PersonId, account => account.UserName, cancel);
        var lines = people.Select(person => new PersonLine(
            person,
            person.PositionCode is { } code && positions.TryGetValue(code, out var position) ? position.Name : null,
            [.. roles[person.Id].Distinct()],
            names.GetValueOrDefault(person.Id))).ToLookup(line => line.Person.UnitCode);
        Groups =
        [
            .. units.Where(unit => lines[unit.Code].Any()).Select(unit => new UnitGroup(unit.Name, [.. lines[unit.Code]])),
            .. lines[null].Any() ? [new UnitGroup(new Text("Lãnh đạo và người không thuộc đơn vị nào", "Leaders and people of no unit"), [.. lines[null]])] : Array.Empty<UnitGroup>(),
        ];
    }

    public sealed record UnitGroup(Text Unit, IReadOnlyList<PersonLine> People);

    public sealed record PersonLine(Person Person, Text? Position, IReadOnlyList<string> Roles, string? UserName);
}
