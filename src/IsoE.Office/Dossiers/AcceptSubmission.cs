using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;

namespace IsoE.Office.Dossiers;

/// <summary>Accepts what was handed in online: the receipt is issued, the procedure starts and with it the legal clock.</summary>
public sealed class AcceptSubmission(InstanceRunner instances, ProcedureLibrary procedures)
{
    /// <exception cref="IsoE.Workflows.RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-7</c>, <c>not-in-this-status</c>.
    /// </exception>
    public Task<StepResult> Run(Actor actor, string dossierId, string commandId, CancellationToken cancel)
    {
        return instances.Run(new StepRequest(actor.AgencyId, dossierId, commandId, actor.PersonId), Decide, cancel);

        void Decide(Step step)
        {
            var dossier = OpenDossier.Get(step, actor, Right.ReceiveDossier, DossierAction.AcceptSubmission);
            var procedure = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion);
            step.Record(new SubmissionAccepted());
            step.Start(procedure.Definition.DefinitionId, procedure.Version, ProcedureStart.Of(step, dossier, procedure, actor));
        }
    }
}
