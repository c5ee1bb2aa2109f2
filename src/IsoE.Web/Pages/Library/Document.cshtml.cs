using IsoE.Documents.Forms;
using IsoE.Office.Procedures;
using IsoE.Office.Records;
using IsoE.Web.Documents;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Library;

/// <summary>The controlled document of a procedure as PDF, in the language of the page.</summary>
public sealed class DocumentModel(ProcedureLibrary library, PrintProcedure print) : Screen
{
    public async Task<IActionResult> OnGet(string code, int version, ProcedureStyle style, CancellationToken cancel) =>
        library.Find(code, version) is null
            ? NotFound()
            : (await print.Run(Actor.AgencyId, code, version, T.Language, style, cancel)).Shown();
}
