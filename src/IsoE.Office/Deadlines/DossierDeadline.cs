using IsoE.Office.Calendars;
using IsoE.Office.Instances;

namespace IsoE.Office.Deadlines;

/// <summary>The deadline of the dossier as a whole; there is at most one at a time.</summary>
public sealed class DossierDeadline(CalendarSource calendars)
{
    /// <summary>Replaces the deadline of the dossier.</summary>
    /// <param name="startedAt">When the term began.</param>
    /// <param name="dueAt">The last instant at which the dossier is on time.</param>
    /// <exception cref="IsoE.Workflows.RejectedException">The calendar does not reach that far.</exception>
    public void Set(Step step, DateTimeOffset startedAt, DateTimeOffset dueAt)
    {
        Clear(step);
        if (NearlyDue.At(calendars(step.AgencyId).Calendar, startedAt, dueAt) is { } nearly && nearly > step.Now)
            DueRows.Add(step, DueKind.DossierNearlyDue, nearly);
        DueRows.Add(step, DueKind.DossierDue, dueAt);
    }

    /// <summary>Takes the deadline away: the dossier is settled, or its clock stands still.</summary>
    public static void Clear(Step step) =>
        DueRows.Cancel(step, d => d.Kind is DueKind.DossierNearlyDue or DueKind.DossierDue);
}
