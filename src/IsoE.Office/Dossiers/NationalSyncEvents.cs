using IsoE.Office.Instances;

namespace IsoE.Office.Dossiers;

/// <summary>From here on the national portal is told of every state of the dossier.</summary>
public sealed record NationalSyncBegun : OfficeEvent;

/// <summary>The dossier was submitted on the national portal.</summary>
/// <param name="Code">The portal's own code.</param>
public sealed record NationalCodeGiven(string Code) : OfficeEvent;

/// <summary>The portal acknowledged a state.</summary>
/// <param name="ToldSequence">Place in history of the event that made it.</param>
/// <param name="Status">1 to 10.</param>
public sealed record NationalStatusAcknowledged(long ToldSequence, int Status) : OfficeEvent;

/// <summary>Somebody had the portal told again where the dossier stands.</summary>
public sealed record NationalStatusToldAgain(string PersonName) : OfficeEvent;

/// <summary>What the national portal is told of.</summary>
public static class NationalSync
{
    /// <summary>Whether the fact changes something that the portal is told of: status, dates, fees, code.</summary>
    public static bool IsTold(OfficeEvent fact) => fact is NationalSyncBegun or NationalCodeGiven or NationalStatusToldAgain
        or DossierAccepted or ProcessingStarted or SupplementRequested or SupplementReceived or ClockResumed or PromisedDateMoved or TermProlonged
        or ExtensionGranted or FeeSet or PaymentRequested or PaymentReceived or ReceiptCancelled or WithdrawalRequested or WithdrawalConfirmed
        or WithdrawalRejected or DossierStopped or DossierRefused or ResultIssued or ResultReturned or DossierMoved { Term: not null };
}
