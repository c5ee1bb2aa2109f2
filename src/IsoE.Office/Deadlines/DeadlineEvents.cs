using IsoE.Office.Instances;

namespace IsoE.Office.Deadlines;

/// <summary>Little of the step's time is left.</summary>
public sealed record StepNearlyDue(string BookmarkId, string ActivityId, DateTimeOffset DueAt) : OfficeEvent;

/// <summary>The step's time is over and it is not done.</summary>
/// <param name="OnTimeout">What the definition says: <c>warn</c> or <c>escalate</c>.</param>
public sealed record StepBecameOverdue(string BookmarkId, string ActivityId, DateTimeOffset DueAt, string OnTimeout) : OfficeEvent;

/// <summary>Little of the dossier's legal time is left.</summary>
public sealed record DossierNearlyDue(DateTimeOffset DueAt) : OfficeEvent;

/// <summary>The first moment of what was decided before has come, see <see cref="EffectiveDate"/>.</summary>
public sealed record EffectiveDateReached(DateTimeOffset At) : OfficeEvent;

/// <summary>The dossier's legal time is over and it is not settled.</summary>
public sealed record DossierBecameOverdue(DateTimeOffset DueAt) : OfficeEvent;
