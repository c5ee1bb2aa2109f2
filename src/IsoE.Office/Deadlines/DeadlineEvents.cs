using IsoE.Office.Instances;

namespace IsoE.Office.Deadlines;

/// <summary>Little of the step's time is left.</summary>
public sealed record StepNearlyDue(string BookmarkId, string ActivityId, DateTimeOffset DueAt) : OfficeEvent;

/// <summary>The step's time is over and it is not done.</summary>
/// <param name="OnTimeout">What the definition says: <c>warn</c> or <c>escalate</c>.</param>
public sealed record StepBecameOverdue(string BookmarkId, string ActivityId, DateTimeOffset DueAt, string OnTimeout) : OfficeEvent;

/// <summary>Little of the dossier's legal time is left.</summary>
public sealed record DossierNearlyDue(DateTimeOffset DueAt) : OfficeEvent;

/// <summary>The time of a waiting step is another one: the step is asked for in another way from now on.</summary>
/// <param name="From">The due instant before; null when there was none.</param>
/// <param name="Kind">What happens at the new one; null when the step has no limit any more.</param>
public sealed record StepTermMoved(
    string BookmarkId, string ActivityInstanceId, DateTimeOffset? From, DueKind? Kind, DateTimeOffset? DueAt, DateTimeOffset? NearlyDueAt) : OfficeEvent;

/// <summary>The first moment of what was decided before has come, see <see cref="EffectiveDate"/>.</summary>
public sealed record EffectiveDateReached(DateTimeOffset At) : OfficeEvent;

/// <summary>What was handed in online has not been answered in time.</summary>
public sealed record AnswerBecameOverdue(DateTimeOffset DueAt) : OfficeEvent;

/// <summary>The dossier's legal time is over and it is not settled.</summary>
public sealed record DossierBecameOverdue(DateTimeOffset DueAt) : OfficeEvent;
