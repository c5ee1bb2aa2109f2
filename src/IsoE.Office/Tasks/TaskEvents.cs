using IsoE.Office.Instances;

namespace IsoE.Office.Tasks;

/// <summary>Somebody took the task for themselves.</summary>
public sealed record TaskClaimed(string BookmarkId, string PersonId) : OfficeEvent;

/// <summary>The person gave the task back to everybody with the role.</summary>
public sealed record TaskReleased(string BookmarkId, string PersonId) : OfficeEvent;

/// <summary>A head gave the task to somebody.</summary>
public sealed record TaskReassigned(string BookmarkId, string? FromPersonId, string ToPersonId, string Reason) : OfficeEvent;

/// <summary>The person handed the own task to a colleague of the same role.</summary>
public sealed record TaskHandedOver(string BookmarkId, string FromPersonId, string ToPersonId, string Reason) : OfficeEvent;

/// <summary>The time limit passed: the next level may act from now on.</summary>
public sealed record TaskEscalated(string BookmarkId, string FromRole, string ToRole) : OfficeEvent;

/// <summary>A person completed a step by the authority of somebody else.</summary>
/// <param name="Role">The role acted in.</param>
/// <param name="DelegationId">The delegation, or null for a standing deputy.</param>
public sealed record ActedOnBehalf(string BookmarkId, string PersonId, string OnBehalfOf, string Role, string? DelegationId) : OfficeEvent;
