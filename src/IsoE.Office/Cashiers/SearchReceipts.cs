using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Cashiers;

/// <summary>Which receipts to list.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Text">Part of a number or of a dossier's code; null for all.</param>
public sealed record ReceiptSearch(DateOnly From, DateOnly To, string? Text = null, bool CancelledOnly = false);

/// <summary>Lists the receipts of a period by number; the cancelled ones stay among them.</summary>
public sealed class SearchReceipts(OfficeDb db)
{
    private const int Most = 500;

    /// <exception cref="IsoE.Workflows.RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<ReceiptRow>> Run(Actor actor, ReceiptSearch search, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadFee);
        var found = db.Set<ReceiptRow>().AsNoTracking().Where(row => row.IssuedOn >= search.From && row.IssuedOn <= search.To);
        if (search.CancelledOnly) found = found.Where(row => row.CancelledAt != null);
        if (search.Text?.Trim() is { Length: > 0 } text) found = found.Where(row => row.Number.Contains(text) || row.DossierCode.Contains(text));
        return await found.OrderBy(row => row.Number).Take(Most).ToListAsync(cancel);
    }
}
