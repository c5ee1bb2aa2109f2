using System.Text.Json;
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
public sealed class CompleteTask(SegregatedStep steps, Completion completion)
{
    /// <exception cref="RejectedException">
    /// <c>task-unknown</c>, <c>task-done</c>, <c>task-cancelled</c>, <c>task-changed</c>, <c>task-taken</c>, <c>not-your-role</c>,
    /// <c>outcome-unknown</c>, <c>form-invalid</c> (with a sentence per field), <c>sod-1</c>, <c>sod-3</c>, <c>sod-5</c>, <c>sod-6</c>,
    /// <c>sod-7</c>, or one of a rule of the dossier.
    /// </exception>
    public Task<StepResult> Run(Actor actor, TaskCompletion form, CancellationToken cancel) => steps.Run(
        new StepRequest(actor.AgencyId, TaskRow.InstanceOf(form.TaskId), form.CommandId, actor.PersonId),
        step => completion.Complete(
            step, OpenTask.Get(step, form.TaskId, form.Version), actor, form.Outcome, form.Values, form.CommandId),
        cancel);
}
