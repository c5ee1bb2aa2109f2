using IsoE.Office.Dossiers;
using IsoE.Office.Tasks;

namespace IsoE.Web.Markup;

/// <summary>How tasks and dossiers stand against their due times at a moment.</summary>
public static class Standings
{
    public static Standing StandingAt(this TaskRow task, DateTimeOffset now) => task switch
    {
        { Due: null } => Standing.None,
        { Status: TaskState.Done } => task.IsOverdue(now) ? Standing.DoneLate : Standing.DoneOnTime,
        { Status: TaskState.Cancelled } => Standing.None,
        _ => Open(task.IsOverdue(now), task.IsNearlyDue(now)),
    };

    public static Standing StandingAt(this DossierRow dossier, DateTimeOffset now) => dossier switch
    {
        { PromisedAt: null } => Standing.None,
        { FinishedAt: not null } => dossier.IsOverdue(now) ? Standing.DoneLate : Standing.DoneOnTime,
        { IsPaused: true } => Standing.Paused,
        _ => Open(dossier.IsOverdue(now), dossier.IsNearlyDue(now)),
    };

    public static Standing StandingOf(this DossierListItem item) => item switch
    {
        { PromisedAt: null } => Standing.None,
        { FinishedAt: not null } => item.IsOverdue ? Standing.DoneLate : Standing.DoneOnTime,
        { IsPaused: true } => Standing.Paused,
        _ => Open(item.IsOverdue, item.IsNearlyDue),
    };

    private static Standing Open(bool isLate, bool isNearlyDue) =>
        isLate ? Standing.Late : isNearlyDue ? Standing.Soon : Standing.OnTime;
}
