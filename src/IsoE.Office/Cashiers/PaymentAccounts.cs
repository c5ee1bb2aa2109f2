namespace IsoE.Office.Cashiers;

/// <summary>Where an agency takes transfers.</summary>
/// <param name="BankBin">Six digits of the bank in the NAPAS network, for example <c>970436</c>.</param>
/// <param name="Account">Number of the account.</param>
/// <param name="Holder">Name of the account as the bank has it.</param>
/// <param name="Key">Secret with which the bank signs its notices of payment; null when it sends none.</param>
public sealed record PaymentAccount(string AgencyId, string BankBin, string BankName, string Account, string Holder, string? Key = null);

/// <summary>The accounts of the agencies of this installation.</summary>
public sealed record PaymentAccounts(IReadOnlyList<PaymentAccount> All)
{
    public PaymentAccount? Find(string agencyId) => All.FirstOrDefault(account => account.AgencyId == agencyId);
}
