using System.Text.Json;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>Something a procedure waits for has happened outside.</summary>
/// <param name="Event">Its name in the definition.</param>
/// <param name="Values">Values of the waiting step's form, as typed; undefined for none.</param>
/// <param name="Files">The papers it came with.</param>
public sealed record OutsideEvent(
    string DossierId, string Event, JsonElement Values, IReadOnlyList<IncomingFile> Files, string CommandId);

/// <summary>Records an outside event, for example the opinion of an agency, and lets the procedure go on.</summary>
public sealed class ReceiveOutsideEvent(InstanceRunner instances, TaskForms forms)
{
    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-7</c>, <c>event-not-awaited</c> naming what is awaited,
    /// <c>form-invalid</c> with a sentence for each field.
    /// </exception>
    public Task<StepResult> Run(Actor actor, OutsideEvent form, CancellationToken cancel)
    {
        return instances.Run(new StepRequest(actor.AgencyId, form.DossierId, form.CommandId, actor.PersonId), Decide, cancel);

        void Decide(Step step)
        {
            var dossier = OpenDossier.Get(step);
            Permit.RefuseAdministrators(actor);
            if (!actor.Has(Roles.System))
                Permit.Require(actor, OutsideWait.RightFor(dossier), OpenDossier.MatterOf(dossier, step.All<TaskRow>()));
            var wait = Awaited(step, form.Event);
            var entered = forms.Check(step, wait.Form, wait.Outcome, form.Values);
            Attachments.Add(step, form.Files);
            step.Send(new PublishEvent(
                form.CommandId, step.Now, form.Event, TaskResult.Of(actor, wait.Outcome, step.Now, entered)));
        }
    }

    private static EventWait Awaited(Step step, string name)
    {
        var awaited = step.Workflow?.Bookmarks.Values.Select(open => open.Wait).OfType<EventWait>().Where(OutsideWait.IsRecorded).ToList() ?? [];
        return awaited.Find(wait => wait.EventName == name) ?? throw new RejectedException("event-not-awaited", awaited.Count == 0
            ? new Text(
                "Hồ sơ hiện không chờ sự kiện nào từ bên ngoài: đã hết thời gian chờ, hoặc người khác vừa ghi nhận.",
                "The dossier does not wait for anything from outside now: the time is over, or somebody else has just recorded it.")
            : new Text(
                $"Hồ sơ không chờ sự kiện “{name}”; đang chờ: {string.Join(", ", awaited.Select(wait => wait.EventName))}.",
                $"The dossier does not wait for “{name}” but for: {string.Join(", ", awaited.Select(wait => wait.EventName))}."));
    }
}
