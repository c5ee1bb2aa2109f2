using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Web.Language;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Organisation;

/// <summary>The units of the agency as they stand today, how many people each has, and those that have ended.</summary>
public sealed class UnitsModel(OfficeDb db, TimeProvider clock) : Screen
{
    public DateOnly Today => Shown.Day(clock.GetUtcNow());

    public IReadOnlyList<UnitLine> Lines { get; private set; } = [];

    public IReadOnlyList<UnitLine> Ended { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel)
    {
        var units = await db.Set<Unit>().On(Today, cancel);
        var counts = (await db.Set<Person>().AsNoTracking().Where(person => person.UnitCode != null).ToListAsync(cancel))
            .Where(person => person.WorksOn(Today)).CountBy(person => person.UnitCode!).ToDictionary();
        var lines = units.Values.OrderBy(unit => unit.Code, StringComparer.Ordinal).Select(unit => new UnitLine(
            unit, Name(unit.ParentCode), Name(unit.SuccessorCode), counts.GetValueOrDefault(unit.Code))).ToLookup(line => line.Unit.ToOn < Today);
        (Lines, Ended) = ([.. lines[false]], [.. lines[true]]);

        Text? Name(string? code) => code is null ? null : units.GetValueOrDefault(code)?.Name;
    }

    public sealed record UnitLine(Unit Unit, Text? Parent, Text? Successor, int People);
}
