using System.Text.Json;
using IsoE.Office.Dossiers;

namespace IsoE.Office.NationalPortal.Inbox;

/// <summary>A dossier as it was submitted on the portal.</summary>
/// <param name="Form">Values of the dossier form.</param>
public sealed record SubmittedDossier(
    string Procedure, string Case, Applicant Applicant, JsonElement Form, IReadOnlyList<ComponentCheck>? Components, ReturnWay ReturnWay,
    IReadOnlyList<SubmittedFile>? Files);

/// <param name="Content">The bytes in base64.</param>
/// <param name="Component">The component it is; null for another paper.</param>
public sealed record SubmittedFile(string Name, string Content, string? Component);

/// <summary>What the applicant supplied.</summary>
public sealed record SuppliedPapers(string? Note, IReadOnlyList<SubmittedFile>? Files);

public sealed record AskedWithdrawal(string Reason);

/// <summary>What the applicant paid.</summary>
/// <param name="Amount">Whole đồng.</param>
/// <param name="Reference">The portal's reference of the transfer.</param>
public sealed record PaidOnPortal(long Amount, string Reference, DateTimeOffset PaidAt);
