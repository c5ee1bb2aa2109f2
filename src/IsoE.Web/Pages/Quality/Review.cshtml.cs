using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Quality;
using IsoE.Office.Quality.Registers;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Quality;

/// <summary>A management review: what was decided in it, and the dossiers that carry it out.</summary>
public sealed class ReviewModel(FindDossier find, ReadRegister registers, SearchDossiers search) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public DossierView View { get; private set; } = null!;
    public IReadOnlyList<EntryView> Decisions { get; private set; } = [];
    public QualityRegister Register { get; private set; } = null!;

    /// <summary>Internal dossiers that name the review.</summary>
    public IReadOnlyList<DossierListItem> Carrying { get; private set; } = [];

    public bool MayDecide => Visitor.May(Right.KeepRegisters) && !Visitor.IsAdministrator;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (await find.Run(Actor, Code, cancel) is not { Dossier.ProcedureCode: QualityProcedures.Review } view) return NotFound();
        View = view;
        var decisions = await registers.Run(Actor, "decisions", cancel);
        Register = decisions.Register;
        Decisions = [.. decisions.Entries.Where(entry => entry.Row.Value("reviewDossier") == view.Dossier.Code)];
        Carrying = [.. (await search.Run(Actor, new DossierSearch(view.Dossier.Code, Internal: true), cancel)).Dossiers.Where(row => row.Code != view.Dossier.Code)];
        return Page();
    }
}
