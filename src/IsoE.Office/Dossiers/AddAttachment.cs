using IsoE.Office.Instances;
using IsoE.Office.Organisation;

namespace IsoE.Office.Dossiers;

/// <summary>Adds a stored file to a dossier.</summary>
public sealed class AddAttachment(InstanceRunner instances)
{
    /// <exception cref="IsoE.Workflows.RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-7</c>, <c>not-in-this-status</c>.
    /// </exception>
    public Task<StepResult> Run(Actor actor, string dossierId, IncomingFile file, string commandId, CancellationToken cancel)
    {
        return instances.Run(new StepRequest(actor.AgencyId, dossierId, commandId, actor.PersonId), Decide, cancel);

        void Decide(Step step)
        {
            OpenDossier.Get(step, actor, DossierAction.AddAttachment);
            Attachments.Add(step, [file]);
        }
    }
}
