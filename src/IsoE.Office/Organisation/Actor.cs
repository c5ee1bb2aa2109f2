namespace IsoE.Office.Organisation;

/// <summary>Who acts: one person of one agency with what they may be that day. Every command is given one.</summary>
/// <param name="PersonId">Id of the person; <c>system</c> for the system itself, <c>applicant</c> for the public pages.</param>
/// <param name="Name">Name as history and rejections show it.</param>
/// <param name="Grants">The roles held that day, delegated ones included.</param>
public sealed record Actor(string AgencyId, string PersonId, string Name, IReadOnlyList<Grant> Grants)
{
    /// <summary>The unit the person belongs to and the units above it; empty for the system and for applicants.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    public const string SystemId = "system";
    public const string ApplicantId = "applicant";

    /// <summary>The system acting by itself: due times, sub-procedures.</summary>
    public static Actor OfSystem(string agencyId) =>
        new(agencyId, SystemId, "Hệ thống", [new Grant(Roles.System)]);

    /// <summary>The applicant of a dossier, known by its tracking secret.</summary>
    public static Actor OfApplicant(string agencyId, string name) =>
        new(agencyId, ApplicantId, name, [new Grant(Roles.Citizen)]);

    /// <summary>Whether the person keeps the system running, and so decides on no dossier (SoD-7).</summary>
    public bool IsAdministrator => Grants.Any(grant => Roles.Administrators.Contains(grant.Role));

    public IEnumerable<string> RoleCodes => Grants.Select(grant => grant.Role).Distinct(StringComparer.Ordinal);

    public bool Has(string role) => Grants.Any(grant => grant.Role == role);

    /// <summary>The grant that lets the person act as <paramref name="role"/>, an own one before a delegated one; or null.</summary>
    /// <param name="unit">The unit the matter belongs to; null when any unit with the role may act.</param>
    /// <param name="procedure">The procedure of the matter, for delegations limited to one; null for none.</param>
    public Grant? GrantFor(string role, string? unit, string? procedure) =>
        Grants.Where(grant => grant.Role == role && grant.Covers(unit, procedure))
            .MinBy(grant => grant.DelegationId is null ? 0 : 1);
}

/// <summary>A role somebody holds on a day.</summary>
/// <param name="Units">The units it is limited to, those below included; null for the whole agency.</param>
/// <param name="DelegationId">The delegation it comes from; null when held in one's own right.</param>
/// <param name="OnBehalfOf">Id of the person stood in for, by deputyship or delegation; null for oneself.</param>
/// <param name="Procedure">The one procedure it is limited to; null for all.</param>
public sealed record Grant(
    string Role,
    IReadOnlyList<string>? Units = null,
    string? DelegationId = null,
    string? OnBehalfOf = null,
    string? Procedure = null)
{
    public bool Covers(string? unit, string? procedure) =>
        (unit is null || Units is null || Units.Contains(unit, StringComparer.Ordinal))
        && (Procedure is null || procedure is null || Procedure == procedure);
}
