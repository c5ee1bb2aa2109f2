using IsoE.Office.DocumentControl.ExternalDocuments;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Web.Identity;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Library;

/// <summary>The procedures in force today. Those that agencies run for each other are shown to staff only.</summary>
public sealed class IndexModel(VisitorLibrary shelf, ExternalDocumentList texts, TimeProvider clock) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<ProcedureVersion> Found { get; private set; } = [];

    /// <summary>Texts no longer in force, by the code of the procedure that rests on them; for staff only.</summary>
    public ILookup<string, ExternalDocument>? Expired { get; private set; }

    public async Task OnGet(CancellationToken cancel)
    {
        if (Visitor.May(Right.ReadDocument)) Expired = await texts.ExpiredByProcedure(Actor.AgencyId, cancel);
        var offered = shelf.Library.InForce(Shown.Day(clock.GetUtcNow()))
            .Where(version => Visitor.IsSignedIn || !version.Procedure.IsInternal)
            .OrderBy(version => version.Procedure.Field.Vi, StringComparer.Ordinal);
        Found = ProcedureSearch.Find(offered, Q, version => version.Procedure);
    }
}
