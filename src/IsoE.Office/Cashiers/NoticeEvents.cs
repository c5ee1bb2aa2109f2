using IsoE.Office.Instances;

namespace IsoE.Office.Cashiers;

/// <summary>The bank gave notice of a transfer.</summary>
/// <param name="DossierCode">The dossier its message names; null when it names none of the agency.</param>
/// <param name="Owed">What was owed on it.</param>
public sealed record PaymentNoticeReceived(
    string NoticeId, long Amount, string Message, string Reference, DateTimeOffset PaidAt, string? DossierCode, long? Owed) : OfficeEvent;

/// <summary>A notice was recorded as a payment of a dossier.</summary>
public sealed record PaymentNoticeUsed(string DossierCode, long Owed, string ReceiptNumber) : OfficeEvent;

/// <summary>A notice was put aside by a person.</summary>
public sealed record PaymentNoticeClosed(string Reason, string ByName) : OfficeEvent;
