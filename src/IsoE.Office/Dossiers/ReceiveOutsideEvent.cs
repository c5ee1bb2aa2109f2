using System.Text.Json;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>Tells a procedure that something it waits for has happened outside, for example the opinion of an agency.</summary>
public sealed class ReceiveOutsideEvent(InstanceRunner instances)
{
    /// <param name="payload">What came with it; bound to the waiting step's result.</param>
    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-7</c>, <c>event-not-awaited</c> naming what is awaited.
    /// </exception>
    public Task<StepResult> Run(
        Actor actor, string dossierId, string eventName, JsonElement payload, string commandId, CancellationToken cancel)
    {
        return instances.Run(new StepRequest(actor.AgencyId, dossierId, commandId, actor.PersonId), Decide, cancel);

        void Decide(Step step)
        {
            var dossier = OpenDossier.Get(step);
            Permit.RefuseAdministrators(actor);
            if (!actor.Has(Roles.System))
                Permit.Require(actor, Right.ChangeDossier, OpenDossier.MatterOf(dossier, step.All<TaskRow>()));
            RefuseUnawaited(step, eventName);
            step.Send(new PublishEvent(commandId, step.Now, eventName, TaskResult.Of(actor, null, step.Now, payload)));
        }
    }

    private static void RefuseUnawaited(Step step, string eventName)
    {
        var awaited = step.Workflow?.Bookmarks.Values.Select(open => open.Wait).OfType<EventWait>()
            .Select(wait => wait.EventName).OfType<string>().Distinct().ToList() ?? [];
        if (awaited.Contains(eventName, StringComparer.Ordinal)) return;
        throw new RejectedException("event-not-awaited", awaited.Count == 0
            ? new Text(
                "Hồ sơ hiện không chờ sự kiện nào từ bên ngoài.", "The dossier does not wait for anything from outside now.")
            : new Text(
                $"Hồ sơ không chờ sự kiện “{eventName}”; đang chờ: {string.Join(", ", awaited)}.",
                $"The dossier does not wait for “{eventName}” but for: {string.Join(", ", awaited)}."));
    }
}
