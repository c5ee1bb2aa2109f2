using IsoE.Office.Dossiers;

namespace IsoE.Office.NationalPortal;

/// <summary>Where a dossier stands, as the portal is told: the whole state each time, so that the latest one is enough.</summary>
/// <param name="NationalCode">The portal's own code; null for a dossier that did not come from there.</param>
/// <param name="Channel">Code list <c>KenhThucHien</c>: 1 direct, 2 online, 3 post.</param>
/// <param name="ApplicantKind">0 citizen, 1 enterprise, 2 household business.</param>
/// <param name="Status">1 to 10.</param>
/// <param name="AmountDue">Whole đồng, as <paramref name="AmountPaid"/>.</param>
public sealed record PortalStatus(
    string Code,
    string? NationalCode,
    string AgencyId,
    string ProcedureCode,
    int Channel,
    int ApplicantKind,
    string ApplicantName,
    string? IdentityNumber,
    int Status,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? AcceptedAt,
    DateTimeOffset? PromisedAt,
    DateTimeOffset? FinishedAt,
    DateTimeOffset? ReturnedAt,
    long AmountDue,
    long AmountPaid,
    string? ReceiptNumber)
{
    /// <summary>The result, once there is one.</summary>
    public IReadOnlyList<PortalFile>? Files { get; init; }

    public static PortalStatus Of(DossierRow row) => new(
        row.Code, row.NationalCode, row.AgencyId, row.ProcedureCode, (int)row.Channel, (int)row.ApplicantKind, row.ApplicantName, row.IdentityNumber,
        row.NationalStatus, row.ReceivedAt, row.AcceptedAt, row.PromisedAt, row.FinishedAt, row.ReturnedAt, row.AmountDue, row.AmountPaid, row.ReceiptNumber);
}

/// <summary>A paper of the dossier.</summary>
/// <param name="Sha256">Of its bytes, hexadecimal; null while the PDF has not been made.</param>
/// <param name="Link">Where the applicant finds it.</param>
public sealed record PortalFile(string Name, string? Sha256, string Link);
