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
        _ => Open(task.IsOverdue(now), task.CreatedAt, task.DueAt, now),
    };

    public static Standing StandingAt(this DossierRow dossier, DateTimeOffset now) => dossier switch
    {
        { PromisedAt: null } => Standing.None,
        { FinishedAt: not null } => dossier.IsOverdue(now) ? Standing.DoneLate : Standing.DoneOnTime,
        { IsPaused: true } => Standing.Paused,
        _ => Open(dossier.IsOverdue(now), dossier.ReceivedAt, dossier.PromisedAt.Value, now),
    };

    public static Standing StandingAt(this DossierListItem item, DateTimeOffset now) => item switch
    {
        { PromisedAt: null } => Standing.None,
        { FinishedAt: not null } => item.IsOverdue ? Standing.DoneLate : Standing.DoneOnTime,
        { IsPaused: true } => Standing.Paused,
        _ => Open(item.IsOverdue, item.ReceivedAt, item.PromisedAt.Value, now),
    };

    /// <summary>Nearly due: what remains is at most a day, or a fifth of the whole term if that is more.</summary>
    private static Standing Open(bool isLate, DateTimeOffset from, DateTimeOffset due, DateTimeOffset now)
    {
        if (isLate) return Standing.Late;
        var fifth = (due - from) / 5;
        var day = TimeSpan.FromDays(1);
        // Steps of a few hours would otherwise be "soon" from the beginning.
        var least = due - from < day ? fifth : day;
        return due - now <= (fifth > least ? fifth : least) ? Standing.Soon : Standing.OnTime;
    }
}
