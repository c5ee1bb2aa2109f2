using IsoE.Office.Instances;
using IsoE.Office.Organisation;

namespace IsoE.Office.Tasks;

/// <summary>Lets the next level act on a task whose time has run out.</summary>
internal static class EscalateTask
{
    /// <summary>Moves the open task of the bookmark to the role above; nothing happens where there is none above.</summary>
    public static void Decide(Step step, string bookmarkId)
    {
        var task = step.All<TaskRow>().FirstOrDefault(row => row.BookmarkId == bookmarkId && row.Status == TaskState.Open);
        if (task is not null && Roles.SuperiorOf(task.Role) is { } superior)
            step.Record(new TaskEscalated(bookmarkId, task.Role, superior));
    }
}
