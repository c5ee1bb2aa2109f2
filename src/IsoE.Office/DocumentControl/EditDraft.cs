using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Procedures.Editing;
using IsoE.Office.Storage;
using IsoE.Workflows;
using IsoE.Workflows.Editing;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.DocumentControl;

/// <summary>What an author does to a draft in the step table and the forms of the ISO text, as one change to undo.</summary>
/// <param name="BaseRevision">The revision the author had before them.</param>
public sealed record DraftEdit(string CommandId, int BaseRevision, IReadOnlyList<FlowEdit> Flow, IReadOnlyList<TextEdit> Text)
{
    public DraftEdit(string commandId, int baseRevision, params IReadOnlyList<FlowEdit> flow)
        : this(commandId, baseRevision, flow, [])
    {
    }
}

/// <summary>Applies edits to a draft and saves it. An edit that changes nothing saves nothing.</summary>
public sealed class EditDraft(OfficeDb db, DraftRevisions revisions, SaveDraft save)
{
    /// <exception cref="RejectedException">
    /// The edit does not fit, <c>draft-unreadable</c>, and those of <see cref="SaveDraft"/>. The draft is as it was.
    /// </exception>
    public async Task<SaveOutcome> Run(Actor actor, string documentId, DraftEdit edit, CancellationToken cancel)
    {
        DocumentSteps.Require(actor, Right.DraftProcedure);
        var revision = await BaseOf(actor, documentId, edit, cancel);
        var content = await revisions.Content(documentId, revision, cancel);
        var edited = new ProcedureContent(
            edit.Flow.Count == 0 ? content.Flow : FlowOf(content).With(edit.Flow).Json,
            edit.Text.Count == 0 ? content.Text : TextOf(content).With(edit.Text).Content);
        return edited == content
            ? new SaveOutcome.Saved(revision)
            : await save.Run(actor, documentId, new DraftSave(edit.CommandId, revision, edited), cancel);
    }

    /// <summary>
    /// The revision to edit. Edits of steps name what they change, so an author who saves faster than the page follows is
    /// no conflict with oneself; places in the ISO text are counted and do not allow that.
    /// </summary>
    private async Task<int> BaseOf(Actor actor, string documentId, DraftEdit edit, CancellationToken cancel)
    {
        var standing = await db.Set<DocumentRow>().AsNoTracking().Where(row => row.InstanceId == documentId)
            .Select(row => (int?)row.Revision).SingleOrDefaultAsync(cancel) ?? throw DocumentSteps.Unknown();
        return edit.Text.Count == 0 && standing > edit.BaseRevision
            && await revisions.IsOwnLine(documentId, edit.BaseRevision, standing, actor.PersonId, cancel)
                ? standing
                : edit.BaseRevision;
    }

    private static FlowDraft FlowOf(ProcedureContent content)
    {
        var (draft, errors) = FlowDraft.Read(content.Flow);
        return draft ?? throw Unreadable(new Text($"{errors[0].Message.Vi} (dòng {errors[0].Line})", $"{errors[0].Message.En} (line {errors[0].Line})"));
    }

    private static TextDraft TextOf(ProcedureContent content)
    {
        var (draft, problem) = TextDraft.Read(content.Text);
        return draft ?? throw Unreadable(problem!);
    }

    private static RejectedException Unreadable(Text why) => new("draft-unreadable", new Text(
        $"Bản dự thảo đang có chỗ không đọc được nên chưa sửa được ở đây: {why.Vi} Hãy hoàn tác về bản đọc được hoặc sửa trong Studio; không có gì bị mất.",
        $"The draft cannot be read at one place, so it cannot be edited here: {why.En} Undo to a readable revision, or mend it in Studio; nothing is lost."));
}
