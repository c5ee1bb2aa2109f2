using IsoE.Office.Dossiers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Dossiers.Act;

/// <summary>The leader agrees to a withdrawal or does not.</summary>
public sealed class DecideWithdrawalModel(FindDossier find, Office.Dossiers.DecideWithdrawal decide) : DossierScreen(find)
{
    [BindProperty]
    public string? Decision { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<SelectListItem> Decisions =>
        [new(T["Đồng ý cho rút", "Agree"], "confirm"), new(T["Không đồng ý, tiếp tục giải quyết", "Do not agree, go on"], "reject")];

    public Task<IActionResult> OnGet(CancellationToken cancel) => Show(cancel);

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        Expect(Decision is not ("confirm" or "reject"), nameof(Decision), "Chọn quyết định.", "Choose the decision.");
        Expect(Decision == "reject" && string.IsNullOrWhiteSpace(Reason), nameof(Reason), "Nêu lý do không đồng ý.", "Say why it is not agreed to.");
        return Act(id => decide.Run(Actor, id, Decision == "confirm", Reason, CommandId, cancel), cancel);
    }
}
