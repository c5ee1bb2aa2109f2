using IsoE.Documents.Forms;
using IsoE.Office.Records;
using IsoE.Web.Documents;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Authoring;

/// <summary>A document on its way as PDF, in the language of the page and one of the three styles.</summary>
public sealed class DocumentModel(PrintProcedure print) : Screen
{
    public async Task<IActionResult> OnGet(string id, ProcedureStyle style, CancellationToken cancel) =>
        (await print.Draft(Actor, id, T.Language, style, cancel)).Shown();
}
