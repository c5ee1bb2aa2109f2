using IsoE.Workflows;

namespace IsoE.Office.NationalPortal.Reconciliation;

/// <summary>What differs between our dossiers and the portal's.</summary>
/// <param name="DossierId">Null for a dossier that we do not have.</param>
/// <param name="Ours">Our status, 1 to 10; null when we do not have the dossier.</param>
/// <param name="Theirs">Status there; null when the portal does not have it.</param>
/// <param name="Cause">Why, as far as we know.</param>
public sealed record PortalDifference(
    string? DossierId, string Code, DifferenceKind Kind, int? Ours, int? Theirs, DateTimeOffset? OurPromise, DateTimeOffset? TheirPromise, Text Cause);

public enum DifferenceKind
{
    MissingThere,
    MissingHere,
    Status,
    Promise,
}
