using IsoE.Office.Dossiers;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Dossiers.Act;

/// <summary>Records that the applicant wants the dossier back.</summary>
public sealed class AskWithdrawalModel(FindDossier find, Office.Dossiers.AskWithdrawal command) : DossierScreen(find)
{
    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGet(CancellationToken cancel) => Show(cancel);

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        Expect(string.IsNullOrWhiteSpace(Reason), nameof(Reason), "Ghi lý do người nộp nêu.", "Enter the reason the applicant gives.");
        return Act(id => command.Run(Actor, id, Reason!, CommandId, cancel), cancel);
    }
}
