using IsoE.Office.Instances;

namespace IsoE.Office.Cashiers;

/// <summary>A book of receipts was issued to a cashier.</summary>
public sealed record ReceiptBookIssued(string BookId, string Symbol, long FromNumber, long ToNumber, string CashierId, string CashierName) : OfficeEvent;

/// <summary>A book was closed; what it had not used went back to the store.</summary>
/// <param name="LastUsed">Its last number used; its first less one when none was.</param>
public sealed record ReceiptBookClosed(string BookId, long LastUsed, string Reason) : OfficeEvent;
