using System.Text.Json;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>To whom and how a result is handed over.</summary>
/// <param name="Values">Values of the return step's form; undefined for none.</param>
public sealed record ReturnForm(
    string DossierId,
    string Receiver,
    string? ReceiverIdentityNumber,
    ReturnWay Way,
    string? Note,
    JsonElement Values,
    string CommandId);

/// <summary>Hands the result over and completes the return step. Being late never blocks it .</summary>
public sealed class ReturnResult(SegregatedStep steps, Completion completion, TaskForms forms)
{
    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-5</c>, <c>sod-7</c>, <c>not-in-this-status</c>, <c>receiver-missing</c>,
    /// <c>return-too-early</c> while the procedure is still on its way to the return step,
    /// and those of <see cref="CompleteTask"/>.
    /// </exception>
    public Task<StepResult> Run(Actor actor, ReturnForm form, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(form.Receiver))
            throw new RejectedException("receiver-missing", new Text(
                "Nhập họ tên người nhận kết quả.", "Enter who takes the result."))
            { Field = nameof(form.Receiver) };
        return steps.Run(new StepRequest(actor.AgencyId, form.DossierId, form.CommandId, actor.PersonId), Decide, cancel);

        Obstacle? Decide(Step step)
        {
            var dossier = OpenDossier.Get(step, actor, Right.ReturnResult, DossierAction.ReturnResult);
            if (DossierDeeds.OnReturning(dossier, actor) is { } breach) return new Obstacle(breach, Roles.ReturnOfficer, null);
            var task = step.All<TaskRow>()
                .FirstOrDefault(row => row is { Status: TaskState.Open, Milestone: Milestones.Returned });
            if (task is null && step.Workflow is { Status: WorkflowStatus.Running }) throw TooEarly(step);
            step.Record(new ResultReturned(form.Receiver.Trim(), form.ReceiverIdentityNumber?.Trim(), form.Way, form.Note?.Trim()));
            return task is null ? null : completion.Complete(step, task, actor, null, Filled(step, task, form), $"{form.CommandId}-complete");
        }
    }

    private static RejectedException TooEarly(Step step)
    {
        var open = step.All<TaskRow>().Where(row => row.Status == TaskState.Open).ToList();
        var (vi, en) = (string.Join("; ", open.Select(row => row.TitleVi)), string.Join("; ", open.Select(row => row.TitleEn)));
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
