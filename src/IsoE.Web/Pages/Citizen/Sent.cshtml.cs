using IsoE.Office.Dossiers;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Citizen;

/// <summary>Tells somebody who has just handed in the number, and by when they hear from the agency.</summary>
public sealed class SentModel(FindDossier find) : OwnDossierScreen(find)
{
    public async Task<IActionResult> OnGet(CancellationToken cancel) => await Find(cancel) ? Page() : NotFound();
}
