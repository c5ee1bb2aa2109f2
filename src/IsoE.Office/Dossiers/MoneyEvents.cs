using IsoE.Office.Instances;

namespace IsoE.Office.Dossiers;

/// <summary>Somebody set what is to be paid. They do not collect it (SoD-3).</summary>
/// <param name="Amount">Whole đồng.</param>
/// <param name="Statutory">How much of it is statutory fee (lệ phí); the rest is service fee (phí).</param>
public sealed record FeeSet(long Amount, string? Note, long Statutory = 0) : OfficeEvent;

/// <summary>The applicant has to pay.</summary>
/// <param name="Amount">Whole đồng.</param>
public sealed record PaymentRequested(string? BookmarkId, long Amount) : OfficeEvent;

/// <summary>Money was received under a receipt.</summary>
/// <param name="Amount">Whole đồng.</param>
/// <param name="Means"><c>cash</c> or <c>transfer</c>.</param>
/// <param name="Statutory">How much of it is statutory fee; the rest is service fee.</param>
/// <param name="Line">Line in the cashier's journal of the day, the first is 1.</param>
/// <param name="BookId">The receipt book; null for a number of the agency's electronic series.</param>
/// <param name="Reference">The bank's reference of a transfer it gave notice of; null otherwise.</param>
public sealed record PaymentReceived(
    string ReceiptNumber, long Amount, string Means, long Statutory = 0, long Line = 0, string? BookId = null, string? Reference = null) : OfficeEvent;

/// <summary>A receipt was cancelled by somebody other than who issued it, and its money given back.</summary>
/// <param name="CashierId">Who had issued it, whose journal is corrected.</param>
/// <param name="Line">Line in that journal.</param>
public sealed record ReceiptCancelled(string ReceiptNumber, string Reason, long Amount, string CashierId, long Line) : OfficeEvent;

/// <summary>Somebody wants money of a receipt given back; nothing is paid before somebody else has approved it.</summary>
public sealed record RefundProposed(string RefundId, string ReceiptNumber, long Amount, string Reason) : OfficeEvent;

/// <summary>A refund was approved or refused by somebody who neither proposed it nor issued the receipt.</summary>
/// <param name="Note">Why it was refused; may be null when it was approved.</param>
public sealed record RefundDecided(string RefundId, bool IsApproved, string? Note) : OfficeEvent;

/// <summary>An approved refund was paid out.</summary>
/// <param name="Statutory">How much of it is statutory fee.</param>
/// <param name="Receiver">Who took the money.</param>
/// <param name="Line">Line in the paying cashier's journal of the day.</param>
public sealed record RefundPaid(
    string RefundId, string ReceiptNumber, long Amount, long Statutory, string Means, string Receiver, long Line) : OfficeEvent;
