using IsoE.Office.Dossiers;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Dossiers.Act;

/// <summary>The leader allows one supplement request more than the rule.</summary>
public sealed class OverrideSupplementLimitModel(FindDossier find, Office.Dossiers.OverrideSupplementLimit allow) : DossierScreen(find)
{
    [BindProperty]
    public string? LegalBasis { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGet(CancellationToken cancel) => Show(cancel);

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        Expect(string.IsNullOrWhiteSpace(LegalBasis), nameof(LegalBasis), "Nêu căn cứ pháp lý.", "Name the legal basis.");
        Expect(string.IsNullOrWhiteSpace(Reason), nameof(Reason), "Nêu lý do.", "Give the reason.");
        return Act(id => allow.Run(Actor, id, LegalBasis!, Reason!, CommandId, cancel), cancel);
    }
}
