namespace IsoE.Office.NationalPortal;

/// <summary>The types of the events that are exchanged, in the reversed domain form of CloudEvents 1.0.</summary>
/// <remarks>The names are ours: an adapter for a ministry's interface maps them to what that ministry asks for.</remarks>
public static class PortalEventTypes
{
    /// <summary>We tell where a dossier stands.</summary>
    public const string Status = "vn.isoe.dossier.status.v1";

    /// <summary>Somebody submitted a dossier on the portal.</summary>
    public const string Submitted = "vn.isoe.dossier.submitted.v1";

    /// <summary>The applicant supplied on the portal what was asked for.</summary>
    public const string Supplemented = "vn.isoe.dossier.supplemented.v1";

    /// <summary>The applicant asks on the portal for the dossier back.</summary>
    public const string WithdrawalAsked = "vn.isoe.dossier.withdrawal-asked.v1";

    /// <summary>The applicant has paid on the portal.</summary>
    public const string Paid = "vn.isoe.dossier.paid.v1";

    public static IReadOnlyList<string> Inbound { get; } = [Submitted, Supplemented, WithdrawalAsked, Paid];
}
