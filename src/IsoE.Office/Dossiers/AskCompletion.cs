using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.Dossiers;

/// <summary>What the applicant has to add before a submission is accepted.</summary>
/// <param name="Items">One thing a line.</param>
public sealed record CompletionForm(string DossierId, string? Items, string? Reason, string? LegalGround, string CommandId);

/// <summary>Sends a submission back to be completed (Form 02), everything at once. No legal clock runs yet.</summary>
public sealed class AskCompletion(InstanceRunner instances, ProcedureLibrary procedures, CalendarSource calendars)
{
    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-7</c>, <c>not-in-this-status</c>, <c>items-missing</c>, <c>reason-missing</c>.
    /// </exception>
    public Task<StepResult> Run(Actor actor, CompletionForm form, CancellationToken cancel)
    {
        var items = VietnameseText.Compose(form.Items ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (items.Length == 0) throw new RejectedException("items-missing", new Text(
            "Ghi những nội dung cần bổ sung, mỗi dòng một nội dung.", "Enter what has to be added, one thing a line."))
        { Field = "Items" };
        var reason = OpenDossier.Reason(form.Reason);
        return instances.Run(new StepRequest(actor.AgencyId, form.DossierId, form.CommandId, actor.PersonId), Decide, cancel);

        void Decide(Step step)
        {
            var dossier = OpenDossier.Get(step, actor, Right.ReceiveDossier, DossierAction.AskCompletion);
            var rule = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion).Procedure.Supplement;
            var dueAt = calendars(step.AgencyId).DueAt(step.Now, rule.Limit);
            step.Record(new SupplementRequested("", items, reason, form.LegalGround?.Trim(), dueAt, BeforeAcceptance: true));
        }
    }
}
