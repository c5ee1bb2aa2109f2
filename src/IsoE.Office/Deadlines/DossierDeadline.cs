using IsoE.Office.Instances;

namespace IsoE.Office.Deadlines;

/// <summary>The deadline of the dossier as a whole; there is at most one at a time.</summary>
public static class DossierDeadline
{
    /// <summary>Replaces the deadline of the dossier.</summary>
    /// <param name="nearlyDueAt">From when it is nearly due; null when nobody is to be warned.</param>
    /// <param name="dueAt">The last instant at which the dossier is on time.</param>
    public static void Set(Step step, DateTimeOffset? nearlyDueAt, DateTimeOffset dueAt)
    {
        Clear(step);
        if (nearlyDueAt is { } nearly && nearly > step.Now)
            DueRows.Add(step, DueKind.DossierNearlyDue, nearly);
        DueRows.Add(step, DueKind.DossierDue, dueAt);
    }

    /// <summary>Takes the deadline away: the dossier is settled, or its clock stands still.</summary>
    public static void Clear(Step step) =>
        DueRows.Cancel(step, d => d.Kind is DueKind.DossierNearlyDue or DueKind.DossierDue);
}
