using IsoE.Documents.Sheets;
using IsoE.Office.Calendars;
using IsoE.Office.NationalPortal;
using IsoE.Office.NationalPortal.Reconciliation;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Portal;

/// <summary>The exchange with the national portal: what waits, what was refused, and how both sides compare.</summary>
public sealed class IndexModel(ReadPortal read, ReconcilePortal reconcile, PushAgain again, TimeProvider clock) : Screen
{
    /// <summary>Day from which dossiers are compared; dd/mm/yyyy.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>Whether both sides are to be compared now.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Compare { get; set; }

    public PortalView View { get; private set; } = null!;

    public Comparison? Comparison { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        NewCommand();
        From ??= Shown.Date(VietnamTime.DateOf(clock.GetUtcNow()).AddDays(-30));
        if (!Compare)
        {
            await Load(cancel);
            return Page();
        }
        var from = Day();
        return await Attempt(
            async () =>
            {
                await Load(cancel);
                Comparison = await reconcile.Run(Actor, from, cancel);
                return Page();
            },
            () => Load(cancel));
    }

    public Task<IActionResult> OnGetCsv(CancellationToken cancel) => Download(sheet => sheet.ToCsv(), Sheet.CsvType, "csv", cancel);

    public Task<IActionResult> OnGetXlsx(CancellationToken cancel) => Download(sheet => sheet.ToXlsx(), Sheet.XlsxType, "xlsx", cancel);

    public Task<IActionResult> OnPostAgain(string dossier, CancellationToken cancel) => Attempt(
        async () =>
        {
            await again.Run(Actor, dossier, $"{CommandId}-{dossier}", cancel);
            return RedirectToPage(new { from = From, compare = true });
        },
        () => Load(cancel));

    private Task<IActionResult> Download(Func<Sheet, byte[]> written, string type, string ending, CancellationToken cancel)
    {
        var from = Day();
        return Attempt(
            async () => File(written(DifferenceSheet.Of(await reconcile.Run(Actor, from, cancel))), type, $"doi-soat-{from:yyyyMMdd}.{ending}"),
            () => Load(cancel));
    }

    private DateOnly Day()
    {
        var on = ExpectDate(From, nameof(From));
        return on ?? default;
    }

    private async Task Load(CancellationToken cancel) => View = await read.Run(Actor, cancel);
}
