using IsoE.Office.Cashiers;
using IsoE.Office.Organisation;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Cashier;

/// <summary>The cashier's desk: what is to be paid, found by a scanned code, and how the own day stands.</summary>
public sealed class IndexModel(ListOwed list, ReadCashDay days, ListReceiptBooks books, TimeProvider clock) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<OwedLine> Owed { get; private set; } = [];

    public bool MayCollect => Visitor.May(Right.CollectFee);

    /// <summary>Null for those who do not collect.</summary>
    public CashJournal? Today { get; private set; }

    public ReceiptBookLine? Book { get; private set; }

    public IReadOnlyList<DateOnly> OpenDays { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        Owed = await list.Run(Actor, Q, cancel);
        // A scanned code names one dossier: its payment is what comes next.
        if (MayCollect && Owed is [var only] && string.Equals(only.Code, Q?.Trim(), StringComparison.OrdinalIgnoreCase))
            return RedirectToPage("/Dossiers/Act/RecordPayment", new { id = only.DossierId });
        if (!MayCollect) return Page();
        var today = Shown.Day(clock.GetUtcNow());
        Today = await days.Run(Actor, Actor.PersonId, today, cancel);
        OpenDays = await days.OpenBefore(Actor, today, cancel);
        Book = (await books.Run(Actor, cancel)).FirstOrDefault(line => line.Book.CashierId == Actor.PersonId && line.Book.ClosedAt is null && !line.IsUsedUp);
        return Page();
    }
}
