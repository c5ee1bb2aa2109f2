using IsoE.Office.Cashiers;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Cashier;

/// <summary>The register of receipts; cancelled numbers stay in it with their reason.</summary>
public sealed class ReceiptsModel(SearchReceipts search, TimeProvider clock) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool CancelledOnly { get; set; }

    public IReadOnlyList<ReceiptRow> Found { get; private set; } = [];

    /// <summary>Sum of what was found and is neither cancelled nor given back.</summary>
    public long Valid => Found.Where(row => row.IsValid).Sum(row => row.Amount - row.Refunded);

    public Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var today = Shown.Day(clock.GetUtcNow());
        From ??= Shown.Date(new DateOnly(today.Year, today.Month, 1));
        To ??= Shown.Date(today);
        Expect(Shown.ReadDate(From) is null, nameof(From), "Nhập ngày theo dạng 27/11/2026.", "Enter the date like 27/11/2026.");
        Expect(Shown.ReadDate(To) is null, nameof(To), "Nhập ngày theo dạng 27/11/2026.", "Enter the date like 27/11/2026.");
        return Attempt(
            async () =>
            {
                Found = await search.Run(Actor, new ReceiptSearch(Shown.ReadDate(From)!.Value, Shown.ReadDate(To)!.Value, Q, CancelledOnly), cancel);
                return Page();
            },
            () => Task.CompletedTask);
    }
}
