using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;

namespace IsoE.Office.Tasks;

/// <summary>To whom a task is to be given.</summary>
/// <param name="Version">Version of the task the person saw.</param>
public sealed record Reassignment(string TaskId, int Version, string ToPersonId, string Reason, string CommandId);

/// <summary>Gives a task to a certain person: a head decides it, or the person who has it hands it to a colleague.</summary>
public sealed class ReassignTask(InstanceRunner instances, ResolveActor actors, OfficeDb db)
{
    /// <exception cref="RejectedException">
    /// <c>task-unknown</c>, <c>task-done</c>, <c>task-cancelled</c>, <c>task-changed</c>, <c>not-allowed</c>, <c>reason-missing</c>,
    /// <c>person-unknown</c>, <c>person-left</c>, <c>not-your-role</c> (of the receiver), <c>sod-1</c>, <c>sod-6</c>, <c>sod-7</c>.
    /// </exception>
    public async Task<StepResult> Run(Actor actor, Reassignment form, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(form.Reason))
            throw new RejectedException("reason-missing", new Text("Nhập lý do giao lại.", "Enter the reason.")) { Field = nameof(form.Reason) };
        Permit.RefuseAdministrators(actor);
        var receiver = await actors.Run(db.Agency.Get(), form.ToPersonId, cancel);
        return await instances.Run(
            new StepRequest(actor.AgencyId, TaskRow.InstanceOf(form.TaskId), form.CommandId, actor.PersonId),
            step => Decide(step, actor, receiver, form),
            cancel);
    }

    private static void Decide(Step step, Actor actor, Actor receiver, Reassignment form)
    {
        var task = OpenTask.Get(step, form.TaskId, form.Version);
        if (task.AssigneeId != actor.PersonId) Permit.Require(actor, Right.ReassignTask, OpenTask.MatterOf(step, task));
        Permit.RefuseAdministrators(receiver);
        if (!Holds(receiver, task.Role) && !Holds(receiver, task.DeclaredRole)) throw OpenTask.NotYourRole(task, receiver);
        if (OpenTask.BreachBy(step, task, receiver) is { } breach) throw new RejectedException(breach.Code, breach.Reason);
        step.Record(new TaskReassigned(
            task.BookmarkId, task.AssigneeId, receiver.PersonId, receiver.Name, actor.Name, form.Reason.Trim()));

        bool Holds(Actor person, string role) => person.GrantFor(role, task.UnitCode, task.DefinitionId) is not null;
    }
}
