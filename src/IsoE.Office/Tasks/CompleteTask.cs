using System.Text.Json;
using IsoE.Office.DocumentControl;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Tasks;

/// <summary>A completed task as it was sent.</summary>
/// <param name="Version">Version of the task the person saw.</param>
/// <param name="Outcome">Id of the outcome chosen; null takes the only one.</param>
/// <param name="Values">Values by field of the task's form, as typed; undefined for none.</param>
/// <param name="CommandId">Idempotency key: sent again, it returns the first answer.</param>
public sealed record TaskCompletion(string TaskId, int Version, string? Outcome, JsonElement Values, string CommandId);

/// <summary>Completes a task: the procedure goes on by the outcome chosen. Of two people exactly one wins.</summary>
public sealed class CompleteTask(SegregatedStep steps, Completion completion, ReadingDuty reading)
{
    /// <param name="alongside">What else is recorded in the same step; null for nothing.</param>
    /// <exception cref="RejectedException">
    /// <c>task-unknown</c>, <c>task-done</c>, <c>task-cancelled</c>, <c>task-changed</c>, <c>task-taken</c>, <c>not-your-role</c>,
    /// <c>not-acknowledged</c>, <c>outcome-unknown</c>, <c>form-invalid</c> (with a sentence per field), <c>sod-1</c>, <c>sod-3</c>,
    /// <c>sod-5</c>, <c>sod-6</c>, <c>sod-7</c>, or one of a rule of the dossier.
    /// </exception>
    public async Task<StepResult> Run(Actor actor, TaskCompletion form, CancellationToken cancel, Action<Step>? alongside = null)
    {
        var read = await reading.ReadBy(actor, cancel);
        return await steps.Run(
            new StepRequest(actor.AgencyId, TaskRow.InstanceOf(form.TaskId), form.CommandId, actor.PersonId), Decide, cancel);

        // A task can be done without being taken first, and the version may be another one since it was taken.
        Obstacle? Decide(Step step)
        {
            var task = OpenTask.Get(step, form.TaskId, form.Version);
            OpenTask.GrantFor(task, actor);
            ReadingDuty.Require(read, step.Instance.DefinitionId!, step.Instance.DefinitionVersion!.Value);
            var obstacle = completion.Complete(step, task, actor, form.Outcome, form.Values, form.CommandId);
            alongside?.Invoke(step);
            return obstacle;
        }
    }
}
