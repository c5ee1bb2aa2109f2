using IsoE.Office.Records;
using IsoE.Web.Documents;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Catalogue;

/// <summary>The blank declaration of a procedure, as PDF.</summary>
public sealed class FormModel(OfferedProcedures offers, PrintDeclaration print) : Screen
{
    public async Task<IActionResult> OnGet(string agency, string code, CancellationToken cancel) =>
        await offers.Find(agency, code, cancel) is { } offered
            ? (await print.Run(offered.Agency, offered.Version, cancel)).Shown()
            : NotFound();
}
