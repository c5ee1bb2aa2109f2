using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Web.Language;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Organisation;

/// <summary>The units of the agency and how many people each has today.</summary>
public sealed class UnitsModel(OfficeDb db, TimeProvider clock) : Screen
{
    public IReadOnlyList<UnitLine> Lines { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel)
    {
        var today = Shown.Day(clock.GetUtcNow());
        var units = await db.Set<Unit>().AsNoTracking().OrderBy(unit => unit.Code).ToListAsync(cancel);
        var names = units.ToDictionary(unit => unit.Code, unit => unit.Name);
        var counts = (await db.Set<Person>().AsNoTracking().Where(person => person.UnitCode != null).ToListAsync(cancel))
            .Where(person => person.WorksOn(today)).CountBy(person => person.UnitCode!).ToDictionary();
        Lines =
        [
            .. units.Select(unit => new UnitLine(
                unit,
                unit.ParentCode is { } parent ? names.GetValueOrDefault(parent) : null,
                counts.GetValueOrDefault(unit.Code))),
        ];
    }

    public sealed record UnitLine(Unit Unit, Text? Parent, int People);
}
