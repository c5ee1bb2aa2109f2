using IsoE.Office.Dossiers;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Dossiers.Act;

/// <summary>Ends a dossier without a result.</summary>
public sealed class StopModel(FindDossier find, StopDossier command) : DossierScreen(find)
{
    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGet(CancellationToken cancel) => Show(cancel);

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        Expect(string.IsNullOrWhiteSpace(Reason), nameof(Reason), "Nêu lý do dừng giải quyết.", "Say why it is stopped.");
        return Act(id => command.Run(Actor, id, Reason!, CommandId, cancel), cancel);
    }
}
