using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>Receives a dossier at the counter: checks it, gives it a code and a promised date, starts its procedure.</summary>
public sealed class ReceiveDossier(
    SegregatedStep steps, ProcedureLibrary procedures, PromisedDates dates, Completion completion, FindDossier dossiers,
    Duplicates duplicates, Superseding superseding, TimeProvider clock)
{
    private const string CommandId = "receive";

    /// <returns>The dossier; for a reception sent again, the one received the first time.</returns>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>sod-7</c>, <c>procedure-not-in-force</c>, <c>procedure-elsewhere</c>, <c>procedure-internal</c>, <c>case-unknown</c>, <c>form-invalid</c> (with a sentence
    /// per field), <c>components-missing</c> (naming them), <c>component-unknown</c>, <c>component-held</c>, <c>dossier-id</c>,
    /// <c>duplicate-open</c> (unless a reason is given), <c>supersede-unknown</c>, <c>supersede-paid</c>, <c>supersede-late</c>, <c>reason-missing</c>.
    /// </exception>
    public async Task<DossierRow> Run(Actor actor, Reception reception, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReceiveDossier);
        Permit.RefuseAdministrators(actor);
        ReceptionCheck.RefuseForeignId(reception.DossierId);
        var at = Instant.ToStored(clock.GetUtcNow());
        var procedure = procedures.GetInForce(reception.ProcedureCode, VietnamTime.DateOf(at));
        ReceptionCheck.RefuseInternal(procedure.Procedure);
        var received = Check(actor.AgencyId, reception, procedure, at) with { Supersedes = await superseding.Of(actor, reception, cancel) };
        received = received with { DuplicateReason = await duplicates.Check(reception, received, cancel) };
        var request = new StepRequest(actor.AgencyId, reception.DossierId, CommandId, actor.PersonId)
        {
            At = at,
            Series = [DossierCodes.SeriesOf(at)],
        };
        await steps.Run(request, step => Decide(step, actor, reception, procedure, received), cancel);
        return await dossiers.Get(reception.DossierId, cancel);
    }

    /// <summary>What is handed in, checked against the procedure; without a code yet.</summary>
    internal DossierReceived Check(string agencyId, Reception reception, ProcedureVersion version, DateTimeOffset at)
    {
        var (procedure, today) = (version.Procedure, VietnamTime.DateOf(at));
        var legalCase = ReceptionCheck.CaseOf(procedure, reception.CaseId);
        var applicant = ReceptionCheck.ApplicantOf(reception.Applicant, today);
        var form = ReceptionCheck.FormOf(procedure, legalCase.Id, reception.Form, today);
        var answers = FormAnswers.OfDossier(legalCase.Id, form, today, reception.Channel);
        var components = ReceptionCheck.ComponentsOf(procedure, reception.Channel, answers, reception.Components);
        return new DossierReceived(
            Code: "",
            procedure.Code,
            version.Version,
            legalCase.Id,
            reception.Channel,
            applicant,
            reception.ReturnWay,
            form,
            components,
            Math.Max(reception.Sets, procedure.Sets),
            legalCase.Limit.ToString(),
            legalCase.StartsAt,
            version.HasAcceptanceStep ? null : dates.OnReceipt(agencyId, legalCase.Limit, at),
            Fees.Total(procedure, answers),
            Secrets.New(),
            reception.Note?.Trim(),
            IsConfidential: procedure.Confidentiality is not null,
            StatutoryDue: Fees.Statutory(procedure, answers) ?? 0);
    }

    private Obstacle? Decide(
        Step step, Actor actor, Reception reception, ProcedureVersion procedure, DossierReceived received)
    {
        var coded = received with { Code = DossierCodes.Next(step) };
        step.Record(coded);
        Attachments.Add(step, reception.Files);
        Superseding.Announce(step, coded, actor);
        step.Start(procedure.Definition.DefinitionId, procedure.Version, ProcedureStart.Of(step, coded, procedure, actor));
        return reception.ForwardAtOnce ? Forward(step, actor, reception.ReceptionValues) : null;
    }

    private Obstacle? Forward(Step step, Actor actor, JsonElement values)
    {
        var bookmark = step.Workflow!.Bookmarks.Values
            .FirstOrDefault(open => open.Wait is UserTask task && actor.GrantFor(task.Role, task.Unit, step.Workflow.DefinitionId) is not null);
        if (bookmark is null) return null;
        // The row itself is made when the decision has been taken; the decision needs only what the step says.
        var task = TaskRow.Of(step, bookmark, (UserTask)bookmark.Wait, sequence: 0);
        return completion.Complete(step, task, actor, null, values, $"{CommandId}-forward");
    }
}
