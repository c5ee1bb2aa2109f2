using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.Dossiers;

/// <summary>Records that the components were looked at again and what was found.</summary>
public sealed class CheckComponents(InstanceRunner instances, ProcedureLibrary procedures)
{
    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-7</c>, <c>not-in-this-status</c>, <c>component-unknown</c>.
    /// </exception>
    public Task<StepResult> Run(
        Actor actor, string dossierId, IReadOnlyList<ComponentCheck> components, string commandId, CancellationToken cancel)
    {
        return instances.Run(new StepRequest(actor.AgencyId, dossierId, commandId, actor.PersonId), Decide, cancel);

        void Decide(Step step)
        {
            var dossier = OpenDossier.Get(step, actor, Right.ChangeDossier, DossierAction.CheckComponents);
            var procedure = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion).Procedure;
            step.Record(new ComponentsChecked(ComponentUpdates.Of(procedure, dossier, components)));
        }
    }
}
