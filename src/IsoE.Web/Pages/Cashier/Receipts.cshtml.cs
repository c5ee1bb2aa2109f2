using IsoE.Office.Cashiers;
using IsoE.Office.Organisation;
using IsoE.Office.Records;
using IsoE.Office.Storage;
using IsoE.Web.Documents;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Cashier;

/// <summary>The register of receipts; cancelled numbers stay in it with their reason.</summary>
public sealed class ReceiptsModel(SearchReceipts search, OpenRecord records, OfficeDb db, TimeProvider clock) : DaysScreen
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool CancelledOnly { get; set; }

    public IReadOnlyList<ReceiptRow> Found { get; private set; } = [];

    /// <summary>Sum of what was found and is neither cancelled nor given back.</summary>
    public long Valid => Found.Where(row => row.IsValid).Sum(row => row.Amount - row.Refunded);

    public Task<IActionResult> OnGet(CancellationToken cancel)
    {
        Permit.RequireWhole(Actor, Right.ReadFee);
        var today = Shown.Day(clock.GetUtcNow());
        Usually(new DateOnly(today.Year, today.Month, 1), today);
        ExpectDays();
        return Attempt(
            async () =>
            {
                Found = await search.Run(Actor, new ReceiptSearch(Days!.Value.From, Days.Value.To, Q, CancelledOnly), cancel);
                return Page();
            },
            () => Task.CompletedTask);
    }

    /// <summary>A receipt as PDF, for those who may read its dossier.</summary>
    public async Task<IActionResult> OnGetPdf(string number, CancellationToken cancel)
    {
        if (await db.Set<ReceiptRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, cancel) is not { } receipt) return NotFound();
        var issued = (await records.Of(Actor, receipt.InstanceId, cancel))
            .FirstOrDefault(record => record.Code == RecordCodes.MoneyReceipt && record.IssuedAt == receipt.IssuedAt);
        return issued is null ? NotFound() : (await records.Run(Actor, issued.Id, cancel)).Shown();
    }
}
