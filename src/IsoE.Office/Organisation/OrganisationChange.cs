namespace IsoE.Office.Organisation;

/// <summary>One change of the organisation, as its history keeps it.</summary>
/// <param name="Subject">Id or code of what was changed; of the person for roles and delegations.</param>
/// <param name="Called">What people called it at that time.</param>
public sealed record OrganisationChange(string Subject, string Called, IReadOnlyList<FieldChange> Fields);

/// <param name="Field">Name of the property.</param>
/// <param name="Before">Value before, dates as <c>yyyy-MM-dd</c>; null for none.</param>
public sealed record FieldChange(string Field, string? Before, string? After);
