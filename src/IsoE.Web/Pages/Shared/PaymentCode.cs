using IsoE.Documents.Drawing;
using IsoE.Office.Cashiers;

namespace IsoE.Web.Pages.Shared;

/// <summary>The VietQR code by which what is owed is transferred, with the words for those who type it.</summary>
public sealed record PaymentCode(PaymentAccount Account, long Amount, string DossierCode)
{
    /// <summary>Null when nothing is owed or the agency takes no transfers.</summary>
    public static PaymentCode? Of(PaymentAccounts accounts, string agencyId, long owed, string dossierCode) =>
        owed > 0 && accounts.Find(agencyId) is { } account ? new PaymentCode(account, owed, dossierCode) : null;

    public string Svg => QrCode.Svg(VietQr.Of(Account, Amount, DossierCode));
}
