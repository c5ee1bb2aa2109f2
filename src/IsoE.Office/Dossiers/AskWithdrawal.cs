using IsoE.Office.Instances;
using IsoE.Office.Organisation;

namespace IsoE.Office.Dossiers;

/// <summary>Records that the applicant wants the dossier back. The clock stands still until a leader has decided; a submission nobody has accepted is withdrawn at once.</summary>
public sealed class AskWithdrawal(InstanceRunner instances)
{
    /// <summary>Stands for the request in the list of pauses.</summary>
    internal const string PauseId = "withdrawal";

    /// <exception cref="IsoE.Workflows.RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-7</c>, <c>not-in-this-status</c>, <c>reason-missing</c>.
    /// </exception>
    public Task<StepResult> Run(Actor actor, string dossierId, string reason, string commandId, CancellationToken cancel)
    {
        var given = OpenDossier.Reason(reason);
        return instances.Run(new StepRequest(actor.AgencyId, dossierId, commandId, actor.PersonId), Decide, cancel);

        void Decide(Step step)
        {
            var dossier = OpenDossier.Get(step, actor, Right.AskWithdrawal, DossierAction.AskWithdrawal);
            step.Record(new WithdrawalRequested(given));
            // What nobody has accepted yet needs nobody's consent.
            if (dossier.AwaitsCheck) step.Record(new WithdrawalConfirmed(null));
            else step.Record(new ClockPaused(PauseId, PauseId, Workflows.Execution.Pauses.Applicant));
        }
    }
}
