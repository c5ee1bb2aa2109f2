using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Cashiers;

/// <summary>One cashier's day: every movement of money, and the sums.</summary>
/// <param name="Closed">How it was closed; null while it is open.</param>
public sealed record CashJournal(string CashierId, string CashierName, DateOnly On, IReadOnlyList<CashEntryRow> Entries, CashDayRow? Closed)
{
    public long Cash => Sum(RecordPayment.Cash);
    public long Transfers => Sum(RecordPayment.Transfer);
    public long Statutory => Entries.Sum(entry => entry.Statutory);
    public long Service => Entries.Sum(entry => entry.Amount - entry.Statutory);

    private long Sum(string means) => Entries.Where(entry => entry.Means == means).Sum(entry => entry.Amount);
}

/// <summary>Reads the journals of cashiers.</summary>
public sealed class ReadCashDay(OfficeDb db)
{
    /// <exception cref="IsoE.Workflows.RejectedException"><c>not-allowed</c>.</exception>
    public async Task<CashJournal> Run(Actor actor, string cashierId, DateOnly on, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadFee);
        var entries = await db.Set<CashEntryRow>().AsNoTracking()
            .Where(entry => entry.CashierId == cashierId && entry.DayOn == on).OrderBy(entry => entry.Line).ToListAsync(cancel);
        var closed = await db.Set<CashDayRow>().AsNoTracking().SingleOrDefaultAsync(day => day.CashierId == cashierId && day.DayOn == on, cancel);
        return new CashJournal(cashierId, await NameOf(cashierId, cancel), on, entries, closed);
    }

    /// <summary>The days of a cashier before this one that are not closed, the first one first.</summary>
    public async Task<IReadOnlyList<DateOnly>> OpenBefore(Actor actor, DateOnly on, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadFee);
        var closed = db.Set<CashDayRow>().Where(day => day.CashierId == actor.PersonId).Select(day => day.DayOn);
        return await db.Set<CashEntryRow>().AsNoTracking()
            .Where(entry => entry.CashierId == actor.PersonId && entry.DayOn < on && !closed.Contains(entry.DayOn))
            .Select(entry => entry.DayOn).Distinct().OrderBy(day => day).ToListAsync(cancel);
    }

    private async Task<string> NameOf(string cashierId, CancellationToken cancel) => cashierId == Actor.SystemId
        ? "Ngân hàng báo có"
        : await db.Set<Person>().AsNoTracking().Where(person => person.Id == cashierId).Select(person => person.FullName).SingleOrDefaultAsync(cancel) ?? cashierId;
}
