using IsoE.Office.Instances;
using IsoE.Office.Organisation;

namespace IsoE.Office.Tasks;

/// <summary>Lets the next level act on a task whose time has run out.</summary>
public static class EscalateTask
{
    /// <summary>Moves the open task of the bookmark to the role above; false when there is no such task or no role above.</summary>
    public static bool Decide(Step step, string bookmarkId)
    {
        var task = step.All<TaskRow>().FirstOrDefault(row => row.BookmarkId == bookmarkId && row.Status == TaskState.Open);
        if (task is null || Roles.SuperiorOf(task.Role) is not { } superior) return false;
        step.Record(new TaskEscalated(bookmarkId, task.Role, superior));
        return true;
    }
}
