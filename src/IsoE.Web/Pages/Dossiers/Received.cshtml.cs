using IsoE.Office.Dossiers;

namespace IsoE.Web.Pages.Dossiers;

/// <summary>Confirms a reception: the code, what happens next and when, the receipt.</summary>
public sealed class ReceivedModel(FindDossier find) : DossierScreen(find)
{
    public Task<Microsoft.AspNetCore.Mvc.IActionResult> OnGet(CancellationToken cancel) => Show(cancel);
}
