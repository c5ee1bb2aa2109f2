using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tasks;

/// <summary>A task as its page shows it.</summary>
/// <param name="Wait">What the definition says of it; null once it is no longer open.</param>
/// <param name="Form">Its form, without what the system fills in; null for a task without one, or no longer open.</param>
/// <param name="Answers">What the form's conditions can see.</param>
/// <param name="Obstacle">Why the person cannot do it now; null when they can.</param>
/// <param name="Result">What the completion left, as JSON; null while open.</param>
public sealed record TaskView(
    TaskRow Task, UserTask? Wait, TaskForm? Form, FormAnswers? Answers, Text? Obstacle, string? Result);

/// <summary>Reads one task with its form.</summary>
public sealed class FindTask(OfficeDb db, TaskForms forms, IEnumerable<ITaskEntry> entries, TimeProvider clock)
{
    /// <summary>The task, or null when the agency has none with this id.</summary>
    public async Task<TaskView?> Run(Actor actor, string taskId, CancellationToken cancel)
    {
        var task = await db.Set<TaskRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == taskId, cancel);
        if (task is null) return null;
        var instance = await db.Instances.AsNoTracking().SingleAsync(row => row.InstanceId == task.InstanceId, cancel);
        var workflow = WorkflowInstanceJson.Read(instance.State!);
        if (!workflow.Bookmarks.TryGetValue(task.BookmarkId, out var bookmark) || bookmark.Wait is not UserTask wait)
            return new TaskView(task, null, null, null, null, ResultOf(workflow, task));
        var form = forms.Find(instance.DefinitionId!, instance.DefinitionVersion!.Value, wait.Form)
            ?.Without([.. entries.SelectMany(entry => entry.FilledIn(wait))]);
        var answers = TaskForms.AnswersOf(workflow, null, VietnamTime.DateOf(clock.GetUtcNow()));
        var siblings = await db.Set<TaskRow>().AsNoTracking()
            .Where(row => row.InstanceId == task.InstanceId && row.Status == TaskState.Done).ToListAsync(cancel);
        return new TaskView(task, wait, form, answers, ObstacleFor(actor, task, siblings), null);
    }

    private static Text? ObstacleFor(Actor actor, TaskRow task, List<TaskRow> done)
    {
        try
        {
            OpenTask.GrantFor(task, actor);
            return OpenTask.BreachBy(done, task, actor)?.Reason;
        }
        catch (RejectedException refused)
        {
            return refused.Reason;
        }
    }

    private static string? ResultOf(WorkflowInstance workflow, TaskRow task) =>
        task.Status == TaskState.Done && workflow.Results.TryGetValue(task.ActivityId, out var result) ? result.GetRawText() : null;
}
