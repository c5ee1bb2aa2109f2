using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Submissions;

/// <summary>Hands a draft in: it becomes a dossier in status 1, and its files those of the dossier.</summary>
public sealed class SendSubmission(Drafts drafts, Uploads uploads, SubmitDossier submit, FindDossier dossiers, ProcedureLibrary procedures, OfficeDb db, TimeProvider clock)
{
    /// <summary>Sends the draft; one that was sent before gives the dossier it became.</summary>
    /// <param name="pressedAt">
    /// When it was handed in without a network, by the applicant's device; null when it came at once. What lies before the draft
    /// was last saved or after now was told by a wrong clock and is not kept.
    /// </param>
    /// <exception cref="RejectedException">
    /// <c>draft-unknown</c>, <c>uploads-unfinished</c>, <c>papers-missing</c> (naming them), and those of <see cref="SubmitDossier"/>.
    /// </exception>
    public async Task<DossierRow> Run(string agencyId, string contact, string draftId, DateTimeOffset? pressedAt, CancellationToken cancel)
    {
        if (await drafts.Find(contact, draftId, cancel) is not { } draft)
            return await dossiers.Submitted(contact, draftId, cancel) ?? throw Unknown();
        var applicant = draft.ReadApplicant();
        var files = await Files(draftId, cancel);
        var version = procedures.GetInForce(draft.ProcedureCode, VietnamTime.DateOf(clock.GetUtcNow()));
        var form = JsonSerializer.SerializeToElement(Entered(version.Procedure, draft.ReadAnswers()));
        var dossier = await submit.Run(Actor.OfApplicant(agencyId, applicant.Name ?? ""), contact, new Reception(
            draft.Id,
            draft.ProcedureCode,
            draft.CaseId,
            Channel.Online,
            new Applicant(applicant.Kind, applicant.Name ?? "", applicant.IdentityNumber, applicant.Phone, applicant.Email, applicant.Address, applicant.Representative),
            draft.ReturnWay,
            form,
            Papers(version.Procedure, draft, form, files),
            version.Procedure.Sets,
            draft.Note,
            files,
            ForwardAtOnce: false), Believed(pressedAt, draft), cancel);
        await Forget(draft, cancel);
        return dossier;
    }

    /// <summary>What the form of the procedure knows of what was typed: another version may have lost a field since.</summary>
    public static Dictionary<string, string?> Entered(Procedure procedure, Dictionary<string, string?> typed) =>
        procedure.Form.Where(field => typed.ContainsKey(field.Id)).ToDictionary(field => field.Id, field => typed[field.Id]);

    private async Task<IReadOnlyList<IncomingFile>> Files(string draftId, CancellationToken cancel)
    {
        var announced = await uploads.Of(draftId, cancel);
        if (announced.FirstOrDefault(upload => upload.Stored is null) is { } unfinished) throw new RejectedException("uploads-unfinished", new Text(
            $"Tệp “{unfinished.Name}” chưa tải xong. Hãy chọn lại đúng tệp đó để tải tiếp, hoặc bỏ tệp.",
            $"The file “{unfinished.Name}” is not complete. Choose the same file again to go on, or remove it."))
        { Field = "Papers" };
        return [.. announced.Select(upload => new IncomingFile(upload.Stored!, upload.Component))];
    }

    /// <summary>A component with a file counts as handed in as asked for; one without is not needed, unless it is required.</summary>
    private IReadOnlyList<ComponentCheck> Papers(Procedure procedure, SubmissionDraftRow draft, JsonElement form, IReadOnlyList<IncomingFile> files)
    {
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        var values = FormValidation.Validate(procedure.Form, form, FormAnswers.ForDossier(draft.CaseId, today)).Values;
        var answers = FormAnswers.OfDossier(draft.CaseId, values, today, Channel.Online);
        var sent = files.Select(file => file.Component).ToHashSet();
        var handedIn = procedure.Components.Where(component => component.Act != ComponentAct.LookUp && component.Channels.Contains(Channel.Online)).ToList();
        var missing = handedIn.Where(component => component.IsRequired(answers, Channel.Online) == true && !sent.Contains(component.Id)).Select(component => component.Name).ToList();
        if (missing.Count > 0) throw new RejectedException("papers-missing", new Text(
            $"Còn thiếu giấy tờ: {string.Join("; ", missing.Select(name => name.Vi))}. Hãy chụp hoặc quét rồi tải lên.",
            $"Papers are missing: {string.Join("; ", missing.Select(name => name.En))}. Photograph or scan and upload them."))
        { Field = "Papers" };
        return [.. handedIn.Select(component => sent.Contains(component.Id)
            ? new ComponentCheck(component.Id, component.Originals, component.Copies, ComponentStates.Enough, "Bản điện tử")
            : new ComponentCheck(component.Id, 0, 0, ComponentStates.NotNeeded))];
    }

    private DateTimeOffset? Believed(DateTimeOffset? pressedAt, SubmissionDraftRow draft) =>
        pressedAt is { } at && at >= draft.SavedAt && at <= clock.GetUtcNow() ? Instant.ToStored(at) : null;

    private async Task Forget(SubmissionDraftRow draft, CancellationToken cancel)
    {
        // Whoever sends at the same moment may have been here before.
        await db.Set<SubmissionDraftRow>().Where(row => row.Id == draft.Id).ExecuteDeleteAsync(cancel);
        await uploads.Release(draft.Id, cancel);
    }

    private static RejectedException Unknown() => new("draft-unknown", new Text(
        "Không tìm thấy hồ sơ đang soạn này. Có thể hồ sơ đã quá 30 ngày không sửa, hoặc đã bị xóa.",
        "There is no such draft. It may have been left for more than 30 days, or deleted."));
}
