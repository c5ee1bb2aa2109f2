using IsoE.Office.Dossiers;
using IsoE.Office.Dossiers.Keeping;

namespace IsoE.Office.Records.Retention.Disposal;

/// <summary>Facts that stay readable when the personal data of a dossier are erased. What is not named here is erased.</summary>
internal static class KeptFacts
{
    private static readonly HashSet<string> Types =
    [
        nameof(SubmissionAccepted), nameof(DossierAccepted), nameof(ProcessingStarted), nameof(ClockPaused), nameof(ClockResumed), nameof(ResultIssued),
        nameof(FeeSet), nameof(PaymentRequested), nameof(RecordPrinted), nameof(LegalHoldPlaced), nameof(LegalHoldLifted), nameof(DossierHandedOver),
    ];

    /// <summary>Whether no event of this type can say who somebody is, or repeat what somebody wrote.</summary>
    public static bool NamesNobody(string type) => Types.Contains(type);
}
