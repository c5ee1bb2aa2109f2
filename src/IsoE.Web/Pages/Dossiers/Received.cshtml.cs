using IsoE.Office.Cashiers;
using IsoE.Office.Dossiers;
using IsoE.Web.Pages.Shared;

namespace IsoE.Web.Pages.Dossiers;

/// <summary>Confirms a reception: the code, what happens next and when, the receipt.</summary>
public sealed class ReceivedModel(FindDossier find, PaymentAccounts accounts) : DossierScreen(find)
{
    public PaymentCode? PaymentCode => Shared.PaymentCode.Of(accounts, View.Dossier.AgencyId, View.Dossier.AmountOwed(), View.Dossier.Code);

    public Task<Microsoft.AspNetCore.Mvc.IActionResult> OnGet(CancellationToken cancel) => Show(cancel);
}
