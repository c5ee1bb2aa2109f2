using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>
/// A leader recalls a wrong result, whether it was handed over or not. It is made anew by a dossier of its own, under the same rules,
/// for which the applicant brings and pays nothing; the applicant gets an apology, and a nonconformity is reported (ISO 9001:2015 clause 8.7).
/// </summary>
public sealed class RecallResult(InstanceRunner instances, TimeProvider clock)
{
    /// <param name="reason">What is wrong; printed on the notice.</param>
    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-7</c>, <c>not-in-this-status</c>, <c>reason-missing</c>.
    /// </exception>
    public Task<StepResult> Run(Actor actor, string dossierId, string? reason, string commandId, CancellationToken cancel)
    {
        var given = OpenDossier.Reason(reason);
        var at = Instant.ToStored(clock.GetUtcNow());
        var request = new StepRequest(actor.AgencyId, dossierId, commandId, actor.PersonId) { At = at, Series = [DossierCodes.SeriesOf(at)] };
        return instances.Run(request, Decide, cancel);

        void Decide(Step step)
        {
            var dossier = OpenDossier.Get(step, actor, DossierAction.RecallResult);
            var recalled = new ResultRecalled(
                given, dossier.ReturnedAt is not null, RowId.Of("replacement", actor.AgencyId, dossierId), DossierCodes.Next(step), Secrets.New(), actor.Name);
            step.Record(recalled);
            if (step.Workflow is { Status: WorkflowStatus.Running })
                step.Send(new CancelWorkflow(commandId, step.Now, new Text($"Thu hồi kết quả: {given}", $"Result recalled: {given}")));
            step.Enqueue(OpenReplacement.Topic, recalled.ReplacementId, OfficeJson.Write(recalled));
        }
    }
}
