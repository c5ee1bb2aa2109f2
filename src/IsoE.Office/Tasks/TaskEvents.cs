using IsoE.Office.Instances;

namespace IsoE.Office.Tasks;

/// <summary>Somebody took the task for themselves.</summary>
public sealed record TaskClaimed(string BookmarkId, string PersonId, string PersonName) : OfficeEvent;

/// <summary>The person gave the task back to everybody with the role.</summary>
public sealed record TaskReleased(string BookmarkId, string PersonId, string PersonName) : OfficeEvent;

/// <summary>The task was given to somebody: by a head, or by the person who had it to a colleague of the same role.</summary>
/// <param name="FromPersonId">Who had it; null when nobody did.</param>
/// <param name="ByPersonName">Who decided it.</param>
public sealed record TaskReassigned(
    string BookmarkId, string? FromPersonId, string ToPersonId, string ToPersonName, string ByPersonName, string Reason) : OfficeEvent;

/// <summary>The time limit passed: the next level may act from now on.</summary>
public sealed record TaskEscalated(string BookmarkId, string FromRole, string ToRole) : OfficeEvent;

/// <summary>A step is about to be completed by the authority of somebody else.</summary>
/// <param name="Role">The role acted in.</param>
/// <param name="DelegationId">The delegation, or null for a standing deputy.</param>
public sealed record ActedOnBehalf(string BookmarkId, string PersonName, string OnBehalfOf, string Role, string? DelegationId) : OfficeEvent;
