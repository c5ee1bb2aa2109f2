using IsoE.Office.Instances;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Deadlines;

/// <summary>What happens to the instance when a due row's moment has come.</summary>
internal static class DeadlineSteps
{
    public static bool OnlyWarns(string onTimeout) => onTimeout is "warn" or "escalate";

    /// <summary>Decides the step of one due row; does nothing when the row was cancelled meanwhile.</summary>
    public static void Decide(Step step, string dueId)
    {
        var row = DueRows.Pending(step).FirstOrDefault(d => d.Id == dueId);
        if (row is null)
            return;
        row.Status = DueStatus.Done;
        step.Update(row);
        Decide(step, row);
    }

    private static void Decide(Step step, DueRow row)
    {
        switch (row.Kind)
        {
            case DueKind.StepNearlyDue:
                step.Record(new StepNearlyDue(row.BookmarkId!, Bookmark(step, row).ActivityId, StepDeadline.Find(step, row.BookmarkId!) ?? row.DueAt));
                break;
            case DueKind.StepDue:
                var bookmark = Bookmark(step, row);
                step.Record(new StepBecameOverdue(bookmark.Id, bookmark.ActivityId, row.DueAt, OnTimeout(bookmark.Wait)));
                break;
            case DueKind.DossierNearlyDue:
                step.Record(new DossierNearlyDue(DueRows.Pending(step).Single(d => d.Kind is DueKind.DossierDue).DueAt));
                break;
            case DueKind.DossierDue:
                step.Record(new DossierBecameOverdue(row.DueAt));
                break;
            case DueKind.AnswerDue:
                step.Record(new AnswerBecameOverdue(row.DueAt));
                break;
            case DueKind.Effective:
                step.Record(new EffectiveDateReached(row.DueAt));
                step.Enqueue(row.Topic!, $"{step.InstanceId}/{row.Id}", "{}");
                break;
            case DueKind.Timeout or DueKind.Delay:
                step.Send(new TimeoutBookmark(step.CommandId, step.Now, row.BookmarkId!));
                break;
        }
    }

    private static Bookmark Bookmark(Step step, DueRow row) => step.Workflow!.Bookmarks[row.BookmarkId!];

    private static string OnTimeout(Wait wait) => wait switch
    {
        UserTask task => task.OnTimeout,
        SubProcedureWait sub => sub.OnTimeout,
        _ => "warn",
    };
}
