using IsoE.Office.Dossiers;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Dossiers.Act;

/// <summary>Records that the papers were looked at again.</summary>
public sealed class CheckComponentsModel(FindDossier find, Office.Dossiers.CheckComponents check) : DossierScreen(find)
{
    [BindProperty]
    public Dictionary<string, PaperTyped> Papers { get; set; } = [];

    public IReadOnlyList<PaperLine> Checklist => PaperLine.Of(View, Papers);

    public Task<IActionResult> OnGet(CancellationToken cancel) => Show(cancel);

    public Task<IActionResult> OnPost(CancellationToken cancel) =>
        Act(id => check.Run(Actor, id, [.. Checklist.Select(line => line.Check())], CommandId, cancel), cancel);
}
