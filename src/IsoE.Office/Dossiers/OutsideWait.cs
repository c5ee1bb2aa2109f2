using IsoE.Office.Deadlines;
using IsoE.Office.Organisation;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>Something outside the agency that the procedure waits for now.</summary>
/// <param name="Event">Name of the event; null for what nobody here records: another procedure, or time alone.</param>
/// <param name="DueAt">When its time is over; null for no limit.</param>
/// <param name="MayRecord">Whether the person asking may record that it has happened.</param>
public sealed record OutsideWait(string ActivityId, Text Title, string? Event, DateTimeOffset? DueAt, bool MayRecord)
{
    /// <summary>Supplements and payments have commands of their own, with rules that recording an event would go round.</summary>
    internal static bool IsRecorded(EventWait wait) =>
        wait is { EventName: not null, WaitsFor: not (Pauses.Supplement or Pauses.Payment) };

    /// <summary>The right to record it; the waits of an internal dossier, mostly for a day to come, are cut short by the quality people only.</summary>
    internal static Right RightFor(DossierRow dossier) => dossier.IsInternal ? Right.ManageQuality : Right.ChangeDossier;

    internal static OutsideWait Of(Bookmark open, Text title, IEnumerable<DueRow> due, Actor actor, DossierRow dossier, Matter matter)
    {
        var name = open.Wait is EventWait wait && IsRecorded(wait) ? wait.EventName : null;
        return new OutsideWait(
            open.ActivityId,
            title,
            name,
            due.FirstOrDefault(row => row.BookmarkId == open.Id)?.DueAt,
            name is not null && !actor.IsAdministrator && Permit.Allows(actor, RightFor(dossier), matter));
    }
}
