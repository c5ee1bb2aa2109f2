using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Cashiers;

/// <summary>A book of receipts and how far it is used.</summary>
/// <param name="Used">How many of its numbers have been given out.</param>
public sealed record ReceiptBookLine(ReceiptBookRow Book, string CashierName, long Used)
{
    public bool IsUsedUp => Used >= Book.Count;
}

/// <summary>Lists the agency's books of receipts, the open ones first.</summary>
public sealed class ListReceiptBooks(OfficeDb db)
{
    /// <exception cref="IsoE.Workflows.RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<ReceiptBookLine>> Run(Actor actor, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadFee);
        var books = await db.Set<ReceiptBookRow>().AsNoTracking().ToListAsync(cancel);
        var series = books.Select(book => book.Series).ToList();
        var used = await db.Counters.AsNoTracking().Where(counter => series.Contains(counter.Series))
            .ToDictionaryAsync(counter => counter.Series, counter => counter.Value, cancel);
        var ids = books.Select(book => book.CashierId).Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.FullName, cancel);
        return
        [
            .. books.OrderBy(book => book.ClosedAt is not null).ThenBy(book => book.Symbol, StringComparer.Ordinal).ThenBy(book => book.FromNumber)
                .Select(book => new ReceiptBookLine(
                    book, names.GetValueOrDefault(book.CashierId, book.CashierId),
                    book.LastUsed is { } last ? last - book.FromNumber + 1 : used.GetValueOrDefault(book.Series))),
        ];
    }
}
