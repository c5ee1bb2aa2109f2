using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Quality;
using IsoE.Office.Quality.Actions;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Quality;

/// <summary>A management review: what was decided in it, and the dossiers that carry it out.</summary>
public sealed class ReviewModel(FindDossier find, ReadActions actions, SearchDossiers search) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public DossierView View { get; private set; } = null!;
    public IReadOnlyList<AssignedAction> Decisions { get; private set; } = [];

    /// <summary>Internal dossiers that name the review.</summary>
    public IReadOnlyList<DossierListItem> Carrying { get; private set; } = [];

    public bool MayOpen => Visitor.May(Right.KeepRegisters) && !Visitor.IsAdministrator;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (await find.Run(Actor, Code, cancel) is not { Dossier.ProcedureCode: QualityProcedures.Review } view) return NotFound();
        View = view;
        Decisions = await actions.Of(view, cancel);
        Carrying = [.. (await search.Run(Actor, new DossierSearch(view.Dossier.Code, Internal: true), cancel)).Dossiers.Where(row => row.Code != view.Dossier.Code)];
        return Page();
    }
}
