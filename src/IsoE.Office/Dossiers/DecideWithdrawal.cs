using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>A leader confirms a withdrawal, which ends the procedure, or rejects it, and the work goes on.</summary>
public sealed class DecideWithdrawal(InstanceRunner instances)
{
    /// <param name="confirm">False rejects the request; then a reason is needed.</param>
    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-7</c>, <c>not-in-this-status</c>, <c>reason-missing</c>.
    /// </exception>
    public Task<StepResult> Run(
        Actor actor, string dossierId, bool confirm, string? reason, string commandId, CancellationToken cancel)
    {
        var given = confirm ? reason?.Trim() : OpenDossier.Reason(reason);
        return instances.Run(new StepRequest(actor.AgencyId, dossierId, commandId, actor.PersonId), Decide, cancel);

        void Decide(Step step)
        {
            var dossier = OpenDossier.Get(step, actor, Right.DecideWithdrawal, DossierAction.DecideWithdrawal);
            var pause = dossier.ReadPauses().Last(each => each.BookmarkId == AskWithdrawal.PauseId);
            if (confirm) Confirm(step, given);
            else step.Record(new WithdrawalRejected(given!));
            step.Record(new ClockResumed(pause.BookmarkId, pause.WaitsFor, pause.From));
        }
    }

    private static void Confirm(Step step, string? note)
    {
        step.Record(new WithdrawalConfirmed(note));
        step.Send(new CancelWorkflow($"{step.CommandId}-cancel", step.Now, new Text(
            "Người nộp hồ sơ rút hồ sơ", "The applicant has withdrawn the dossier")));
    }
}
