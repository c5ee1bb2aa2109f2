using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.DocumentControl;

/// <summary>Hands a draft in. It has to pass the gate; from here on its content stands until it is returned.</summary>
public sealed class SubmitForReview(OfficeDb db, InstanceRunner instances, DraftRevisions revisions, DocumentCheck check, SignerTitle titles)
{
    /// <param name="revision">The revision the drafter had before them.</param>
    /// <param name="change">What is different from the version before; needed for a revision.</param>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>sod-7</c>, <c>document-unknown</c>, <c>document-status</c>, <c>draft-changed</c>, <c>change-missing</c>,
    /// <c>gate-refused</c> with a sentence for every problem.
    /// </exception>
    public async Task<StepResult> Run(Actor actor, string documentId, int revision, Text change, string commandId, CancellationToken cancel)
    {
        DocumentSteps.Require(actor, Right.DraftProcedure);
        var known = await db.Set<DocumentRow>().AsNoTracking().SingleOrDefaultAsync(row => row.InstanceId == documentId, cancel)
            ?? throw DocumentSteps.Unknown();
        var content = await revisions.Content(documentId, revision, cancel);
        GateRefusal.Throw(await check.Run(actor.AgencyId, known.Code, known.Version, content, cancel));
        var title = await titles.Of(actor, cancel);
        return await instances.Run(DocumentSteps.Request(actor, documentId, commandId), Decide, cancel);

        void Decide(Step step)
        {
            var row = DocumentSteps.Get(step, DocumentStatus.Draft);
            if (row.Revision != revision)
                throw new RejectedException("draft-changed", new Text(
                    $"{row.UpdatedByName} vừa sửa bản dự thảo này. Xem lại rồi trình.",
                    $"{row.UpdatedByName} has just changed this draft. Look at it again before handing it in."));
            step.Record(new SubmittedForReview(revision, DocumentSteps.HashOf(content), ChangeOf(row, change), actor.Name, title));
        }
    }

    private static Text ChangeOf(DocumentRow row, Text change)
    {
        var vi = VietnameseText.Compose(change.Vi.Trim());
        if (vi.Length == 0 && row.FromVersion is null) return new Text("Ban hành lần đầu.", "First issue.");
        if (vi.Length == 0)
            throw new RejectedException("change-missing", new Text(
                "Nêu tóm tắt nội dung sửa đổi so với phiên bản trước.", "Say in short what has changed since the version before."))
            { Field = "Change" };
        return new Text(vi, change.En.Trim() is { Length: > 0 } en ? en : vi);
    }
}
