using System.Text.Json;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Tasks;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>What an applicant brought after a supplement request.</summary>
/// <param name="Components">Components found now; those not named stay as they were.</param>
/// <param name="Outcome">Outcome of the waiting task; null takes the regular one.</param>
/// <param name="Values">Values of the waiting task's form; undefined for none.</param>
public sealed record SupplementForm(
    string DossierId,
    IReadOnlyList<ComponentCheck> Components,
    string? Note,
    string? Outcome,
    JsonElement Values,
    IReadOnlyList<IncomingFile> Files,
    string CommandId);

/// <summary>Receives a supplement: the legal clock runs again and the promised date moves by the pause.</summary>
/// <remarks>A submission sent back before it was accepted waits for an answer again.</remarks>
public sealed class ReceiveSupplement(SegregatedStep steps, ProcedureLibrary procedures, WaitingFor waiting, SubmissionTerm term)
{
    /// <exception cref="IsoE.Workflows.RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-7</c>, <c>not-in-this-status</c>, <c>component-unknown</c>,
    /// and those of <see cref="CompleteTask"/>.
    /// </exception>
    public Task<StepResult> Run(Actor actor, SupplementForm form, CancellationToken cancel)
    {
        return steps.Run(new StepRequest(actor.AgencyId, form.DossierId, form.CommandId, actor.PersonId), Decide, cancel);

        Obstacle? Decide(Step step)
        {
            var dossier = OpenDossier.Get(step, actor, Right.ReceiveSupplement, DossierAction.ReceiveSupplement);
            var procedure = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion).Procedure;
            step.Record(new SupplementReceived(ComponentUpdates.Of(procedure, dossier, form.Components), form.Note?.Trim(), dossier.AwaitsCheck ? term.DueAt(step.AgencyId, step.Now) : null));
            Attachments.Add(step, form.Files);
            return dossier.AwaitsCheck ? null : waiting.Resume(step, actor, Pauses.Supplement, form.Outcome, form.Values);
        }
    }
}
