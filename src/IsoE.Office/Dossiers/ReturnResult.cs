using System.Text.Json;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>To whom and how a result is handed over.</summary>
/// <param name="Values">Values of the return step's form; undefined for none.</param>
/// <param name="Authorisation">The paper by which somebody else than the applicant takes it; null for the applicant.</param>
/// <param name="Originals">Components whose originals are given back at the same time.</param>
/// <param name="HeldReason">Why others are kept on; null when none is.</param>
public sealed record ReturnForm(
    string DossierId,
    string Receiver,
    string? ReceiverIdentityNumber,
    ReturnWay Way,
    string? Note,
    JsonElement Values,
    string CommandId,
    string? Authorisation = null,
    IReadOnlyList<string>? Originals = null,
    string? HeldReason = null);

/// <summary>Hands the result over and completes the return step. Being late never blocks it (R-17).</summary>
public sealed class ReturnResult(SegregatedStep steps, Completion completion, TaskForms forms, ProcedureLibrary procedures)
{
    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-5</c>, <c>sod-7</c>, <c>not-in-this-status</c>, <c>receiver-missing</c>,
    /// <c>authorisation-missing</c>, <c>receiver-identity</c>, <c>originals-held</c>, <c>originals-none</c>, <c>return-too-early</c> while the procedure is still on its way to the return step,
    /// and those of <see cref="CompleteTask"/>.
    /// </exception>
    public Task<StepResult> Run(Actor actor, ReturnForm form, CancellationToken cancel)
    {
        var receiver = ReceiverOf(form.Receiver);
        if (form.Authorisation is not null) CheckAuthorisation(form);
        return steps.Run(new StepRequest(actor.AgencyId, form.DossierId, form.CommandId, actor.PersonId), Decide, cancel);

        Obstacle? Decide(Step step)
        {
            var dossier = OpenDossier.Get(step, actor, Right.ReturnResult, DossierAction.ReturnResult);
            if (DossierDeeds.OnReturning(dossier, actor) is { } breach) return new Obstacle(breach, Roles.ReturnOfficer, null);
            var task = step.All<TaskRow>()
                .FirstOrDefault(row => row is { Status: TaskState.Open, Milestone: Milestones.Returned });
            if (task is null && step.Workflow is { Status: WorkflowStatus.Running }) throw TooEarly(step);
            GiveOriginals(step, dossier, form, receiver);
            step.Record(new ResultReturned(
                receiver, form.ReceiverIdentityNumber?.Trim(), form.Way, form.Note?.Trim(), form.Authorisation is { } paper ? VietnameseText.Compose(paper.Trim()) : null));
            return task is null ? null : completion.Complete(step, task, actor, null, Filled(step, task, form), $"{form.CommandId}-complete");
        }
    }

    /// <exception cref="RejectedException"><c>receiver-missing</c>.</exception>
    internal static string ReceiverOf(string? receiver) => string.IsNullOrWhiteSpace(receiver)
        ? throw new RejectedException("receiver-missing", new Text("Nhập họ tên người nhận.", "Enter who takes it.")) { Field = nameof(ReturnForm.Receiver) }
        : VietnameseText.Compose(receiver.Trim());

    private static void CheckAuthorisation(ReturnForm form)
    {
        if (string.IsNullOrWhiteSpace(form.Authorisation)) throw new RejectedException("authorisation-missing", new Text(
            "Ghi giấy ủy quyền hoặc giấy giới thiệu: số, ngày, nơi cấp.", "Enter the authorisation: number, date, who issued it."))
        { Field = nameof(form.Authorisation) };
        if (string.IsNullOrWhiteSpace(form.ReceiverIdentityNumber)) throw new RejectedException("receiver-identity", new Text(
            "Người nhận thay phải xuất trình giấy tờ tùy thân: nhập số giấy tờ.", "Whoever takes it for the applicant shows an identity paper: enter its number."))
        { Field = nameof(form.ReceiverIdentityNumber) };
    }

    /// <summary>Whatever is still kept is given back now, or somebody says why not.</summary>
    private void GiveOriginals(Step step, DossierRow dossier, ReturnForm form, string receiver)
    {
        var given = form.Originals ?? [];
        var kept = dossier.HeldOriginals().Where(check => !given.Contains(check.ComponentId)).ToList();
        if (kept.Count > 0 && string.IsNullOrWhiteSpace(form.HeldReason))
        {
            var procedure = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion).Procedure;
            var names = kept.Select(check => procedure.FindComponent(check.ComponentId)?.Name ?? new Text(check.ComponentId, check.ComponentId)).ToList();
            throw new RejectedException("originals-held", new Text(
                $"Còn tạm giữ bản chính: {string.Join("; ", names.Select(name => name.Vi))}. Trả lại và đánh dấu, hoặc ghi lý do chưa trả.",
                $"Originals are still kept: {string.Join("; ", names.Select(name => name.En))}. Give them back and tick them, or say why not."))
            { Field = "Originals" };
        }

        if (given.Count > 0) ReturnOriginals.Give(step, dossier, given, receiver, form.HeldReason);
    }

    private static RejectedException TooEarly(Step step)
    {
        var open = step.All<TaskRow>().Where(row => row.Status == TaskState.Open).ToList();
        var (vi, en) = (string.Join("; ", open.Select(row => row.Title.Vi)), string.Join("; ", open.Select(row => row.Title.En)));
        return new RejectedException("return-too-early", new Text(
            open.Count == 0 ? "Chưa đến bước trả kết quả." : $"Chưa đến bước trả kết quả; còn phải hoàn thành: {vi}.",
            open.Count == 0 ? "The return step has not come yet." : $"The return step has not come yet; still to be done: {en}."));
    }

    private JsonElement Filled(Step step, TaskRow task, ReturnForm form) =>
        forms.WithKnown(step, OpenTask.WaitOf(step, task).Form, form.Values, new Dictionary<string, object?>
        {
            ["receivedBy"] = form.Receiver.Trim(),
            ["way"] = form.Way.ToString().ToLowerInvariant(),
        });
}
