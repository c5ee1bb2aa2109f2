using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>Ends a position on a day, once nobody holds it any more.</summary>
public sealed class ClosePosition(OfficeDb db, OrganisationLog log, TimeProvider clock)
{
    /// <param name="lastOn">Its last day.</param>
    /// <param name="successor">Code of the position that takes its place; null for none.</param>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>unknown</c>, <c>ended</c>, <c>period-date</c>, <c>successor</c>, <c>position-held</c> naming who
    /// holds it, <c>busy</c>.
    /// </exception>
    public async Task Run(Actor actor, string code, DateOnly lastOn, string? successor, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ChangeOrganisation);
        await new PeriodChange<Position>(db, clock, SavePosition.Noun).End(code, lastOn, successor, cancel);
        var after = lastOn.AddDays(1);
        var holders = await db.Set<Person>().AsNoTracking()
            .Where(person => person.PositionCode == code && (person.ToOn == null || person.ToOn >= after))
            .OrderBy(person => person.FullName).Select(person => person.FullName).ToListAsync(cancel);
        if (holders.Count > 0)
            throw new RejectedException("position-held", new Text(
                $"Còn người giữ chức vụ này sau ngày kết thúc: {string.Join(", ", holders)}.", $"It is still held after that day by {string.Join(", ", holders)}."));
        await log.Save(actor, cancel);
    }
}
