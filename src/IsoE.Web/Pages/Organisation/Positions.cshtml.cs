using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Web.Language;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Organisation;

/// <summary>The positions of the agency, and who holds each today.</summary>
public sealed class PositionsModel(OfficeDb db, TimeProvider clock) : Screen
{
    public IReadOnlyList<PositionLine> Lines { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel)
    {
        var today = Shown.Day(clock.GetUtcNow());
        var positions = await db.Set<Position>().On(today, cancel);
        var holders = (await db.Set<Person>().AsNoTracking().Where(person => person.PositionCode != null).OrderBy(person => person.FullName).ToListAsync(cancel))
            .Where(person => person.WorksOn(today)).ToLookup(person => person.PositionCode!, person => person.FullName);
        Lines =
        [
            .. positions.Values.OrderBy(position => position.ToOn < today).ThenBy(position => position.NameVi, StringComparer.Ordinal)
                .Select(position => new PositionLine(position, position.ToOn < today, [.. holders[position.Code]])),
        ];
    }

    public sealed record PositionLine(Position Position, bool HasEnded, IReadOnlyList<string> Holders);
}
