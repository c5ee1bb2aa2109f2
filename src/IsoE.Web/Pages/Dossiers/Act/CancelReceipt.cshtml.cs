using IsoE.Office.Dossiers;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Dossiers.Act;

/// <summary>Cancels a receipt; the money is given back.</summary>
public sealed class CancelReceiptModel(FindDossier find, Office.Cashiers.CancelReceipt command) : DossierScreen(find)
{
    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGet(CancellationToken cancel) => Show(cancel);

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        Expect(string.IsNullOrWhiteSpace(Reason), nameof(Reason), "Nêu lý do hủy biên lai.", "Say why it is cancelled.");
        return Act(id => command.Run(Actor, id, Reason!, CommandId, cancel), cancel);
    }
}
