using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>Refuses a dossier that was handed in but is not yet accepted (Form 03); its procedure is cancelled.</summary>
public sealed class RefuseRegistered(InstanceRunner instances)
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
            OpenDossier.Get(step, actor, Right.RefuseAtCounter, DossierAction.RefuseAtCounter);
            step.Record(new DossierRefused(AtCounter: true, given));
            // The procedure of a submission starts only when it is accepted.
            if (step.Workflow is not null) step.Send(new CancelWorkflow(commandId, step.Now, new Text($"Từ chối tiếp nhận: {given}", $"Not accepted: {given}")));
        }
    }
}
