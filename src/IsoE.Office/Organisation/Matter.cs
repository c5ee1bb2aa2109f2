namespace IsoE.Office.Organisation;

/// <summary>What a right is asked for: whose matter it is. Checked against the reach of the actor's roles.</summary>
/// <param name="Units">Units that work or worked on it; empty when it belongs to the agency as a whole.</param>
/// <param name="People">Ids of the people who work or worked on it.</param>
/// <param name="RolesWanted">Roles whose task is open to be claimed.</param>
/// <param name="Procedure">Code of its procedure, for delegations limited to one; null for none.</param>
/// <param name="IsConfidential">Open to <paramref name="People"/> only, whatever roles others hold (SoD-10).</param>
public sealed record Matter(
    string AgencyId,
    IReadOnlyCollection<string> Units,
    IReadOnlyCollection<string> People,
    IReadOnlyCollection<string> RolesWanted,
    string? Procedure,
    bool IsConfidential = false);
