using IsoE.Office.DocumentControl;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Tasks;

/// <summary>Takes a task for oneself, so that nobody else does it meanwhile. Of two people exactly one gets it.</summary>
public sealed class ClaimTask(SegregatedStep steps, ReadingDuty reading)
{
    /// <exception cref="RejectedException">
    /// <c>task-unknown</c>, <c>task-done</c>, <c>task-cancelled</c>, <c>task-taken</c>, <c>not-your-role</c>, <c>sod-1</c>, <c>sod-6</c>,
    /// <c>sod-7</c>, <c>not-acknowledged</c>.
    /// </exception>
    public async Task<StepResult> Run(Actor actor, string taskId, string commandId, CancellationToken cancel)
    {
        var read = await reading.ReadBy(actor, cancel);
        return await steps.Run(
            new StepRequest(actor.AgencyId, TaskRow.InstanceOf(taskId), commandId, actor.PersonId),
            step => Decide(step, actor, taskId, read),
            cancel);
    }

    private static Obstacle? Decide(Step step, Actor actor, string taskId, IReadOnlySet<(string Code, int Version)>? read)
    {
        var task = OpenTask.Get(step, taskId);
        OpenTask.GrantFor(task, actor);
        if (task.AssigneeId == actor.PersonId) return null;
        ReadingDuty.Require(read, step.Instance.DefinitionId!, step.Instance.DefinitionVersion!.Value);
        if (OpenTask.BreachBy(step, task, actor) is { } breach) return new Obstacle(breach, task.Role, task.UnitCode);
        step.Record(new TaskClaimed(task.BookmarkId, actor.PersonId, actor.Name));
        return null;
    }
}
