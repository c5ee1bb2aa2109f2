using IsoE.Office.Dossiers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IsoE.Web.Pages.Dossiers.Act;

/// <summary>Gives originals back that the agency kept.</summary>
public sealed class ReturnOriginalsModel(FindDossier find, Office.Dossiers.ReturnOriginals command) : DossierScreen(find)
{
    /// <summary>Components whose originals are given back.</summary>
    [BindProperty]
    public List<string> Originals { get; set; } = [];

    [BindProperty]
    public string? Receiver { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var page = await Show(cancel);
        if (page is PageResult)
        {
            Receiver = View.Dossier.ApplicantName;
            Originals = [.. View.Dossier.HeldOriginals().Select(check => check.ComponentId)];
        }

        return page;
    }

    public Task<IActionResult> OnPost(CancellationToken cancel) =>
        Act(id => command.Run(Actor, id, Originals, Receiver ?? "", Note, CommandId, cancel), cancel);
}
