using IsoE.Office.Dossiers;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Dossiers.Act;

/// <summary>Recalls a wrong result and has it made anew.</summary>
public sealed class RecallResultModel(FindDossier find, RecallResult command) : DossierScreen(find)
{
    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGet(CancellationToken cancel) => Show(cancel);

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        Expect(string.IsNullOrWhiteSpace(Reason), nameof(Reason), "Nêu nội dung sai sót.", "Say what is wrong.");
        return Act(id => command.Run(Actor, id, Reason, CommandId, cancel), cancel);
    }
}
