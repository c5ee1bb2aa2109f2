using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>A leader stops a dossier (Form 05), or with an internal one the quality representative: every open step is cancelled.</summary>
public sealed class StopDossier(InstanceRunner instances)
{
    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-7</c>, <c>not-in-this-status</c>, <c>reason-missing</c>.
    /// </exception>
    public Task<StepResult> Run(Actor actor, string dossierId, string reason, string commandId, CancellationToken cancel)
    {
        var given = OpenDossier.Reason(reason);
        return instances.Run(new StepRequest(actor.AgencyId, dossierId, commandId, actor.PersonId), Decide, cancel);

        void Decide(Step step)
        {
            OpenDossier.Get(step, actor, DossierAction.Stop);
            step.Record(new DossierStopped(given));
            if (step.Workflow is not null) step.Send(new CancelWorkflow(commandId, step.Now, new Text($"Dừng giải quyết: {given}", $"Stopped: {given}")));
        }
    }
}
