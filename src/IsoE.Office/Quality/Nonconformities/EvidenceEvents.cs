using IsoE.Office.Instances;

namespace IsoE.Office.Quality.Nonconformities;

/// <summary>Something was put before a nonconformity report as evidence: a symptom that showed itself, or what somebody picked from history.</summary>
/// <param name="Trigger">The trigger that saw it; null when a person added it.</param>
/// <param name="Cause">What symptoms of the same cause have in common; null when a person added it.</param>
/// <param name="DossierCode">The dossier it lies in; null for none, and for confidential ones (SoD-10).</param>
/// <param name="Sequence">The row of that dossier's history; null for the dossier as a whole.</param>
/// <param name="Text">What it shows.</param>
public sealed record EvidenceAdded(string? Trigger, string? Cause, string? DossierCode, long? Sequence, string Text, string? By) : OfficeEvent;
