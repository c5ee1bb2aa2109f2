using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Tasks;

/// <summary>Gives a claimed task back to everybody with its role.</summary>
public sealed class ReleaseTask(InstanceRunner instances)
{
    /// <exception cref="RejectedException">
    /// <c>task-unknown</c>, <c>task-done</c>, <c>task-cancelled</c>, <c>task-not-yours</c>, <c>task-named</c>.
    /// </exception>
    public Task<StepResult> Run(Actor actor, string taskId, string commandId, CancellationToken cancel) => instances.Run(
        new StepRequest(actor.AgencyId, TaskRow.InstanceOf(taskId), commandId, actor.PersonId),
        step => Decide(step, actor, taskId),
        cancel);

    private static void Decide(Step step, Actor actor, string taskId)
    {
        var task = OpenTask.Get(step, taskId);
        if (task.AssigneeId != actor.PersonId)
            throw new RejectedException("task-not-yours", task.AssigneeName is { } name
                ? new Text(
                    $"Công việc này do {name} đang nhận; chỉ người đó trả lại được, hoặc lãnh đạo giao lại.",
                    $"{name} has this task; only they can give it back, or a head can reassign it.")
                : new Text("Công việc này chưa có ai nhận.", "Nobody has taken this task."));
        if (task.IsNamed)
            throw new RejectedException("task-named", new Text(
                "Công việc được giao đích danh nên không trả lại cho cả nhóm được; hãy giao lại cho một người cụ thể.",
                "The task was given by name and cannot go back to everybody; hand it to a certain person instead."));
        step.Record(new TaskReleased(task.BookmarkId, actor.PersonId, actor.Name));
    }
}
