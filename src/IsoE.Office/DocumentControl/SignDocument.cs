using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.DocumentControl;

/// <summary>
/// The signatures of a reviewer and of an approver. Drafter, reviewer and approver are three people, and nobody who has
/// written in the document reviews or approves it (SoD-2).
/// </summary>
public sealed class SignDocument(InstanceRunner instances, SignerTitle titles)
{
    /// <summary>Says that the document has been reviewed and may be approved.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>sod-7</c>, <c>sod-2</c>, <c>document-unknown</c>, <c>document-status</c>, <c>reviewed-before</c>.</exception>
    public async Task<StepResult> Review(Actor actor, string documentId, string commandId, CancellationToken cancel)
    {
        DocumentSteps.Require(actor, Right.ReviewProcedure);
        var title = await titles.Of(actor, cancel);
        return await instances.Run(DocumentSteps.Request(actor, documentId, commandId), Decide, cancel);

        void Decide(Step step)
        {
            var row = DocumentSteps.Get(step, DocumentStatus.InReview);
            RefuseAuthor(row, actor);
            if (row.Reviewed is { } before)
                throw new RejectedException("reviewed-before", new Text(
                    $"{before.Name} đã ký xem xét lúc {Calendars.Wording.Moment(before.At).Vi}; tài liệu đang chờ phê duyệt.",
                    $"{before.Name} signed the review at {Calendars.Wording.Moment(before.At).En}; the document waits for approval."));
            step.Record(new DocumentReviewed(actor.Name, title));
        }
    }

    /// <summary>Approves a reviewed document of which every comment is resolved.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>sod-7</c>, <c>sod-2</c>, <c>document-unknown</c>, <c>document-status</c>, <c>not-reviewed</c>, <c>comments-open</c>.</exception>
    public async Task<StepResult> Approve(Actor actor, string documentId, string commandId, CancellationToken cancel)
    {
        DocumentSteps.Require(actor, Right.ApproveProcedure);
        var title = await titles.Of(actor, cancel);
        return await instances.Run(DocumentSteps.Request(actor, documentId, commandId), Decide, cancel);

        void Decide(Step step)
        {
            var row = DocumentSteps.Get(step, DocumentStatus.InReview);
            RefuseAuthor(row, actor);
            RefuseReviewer(row, actor);
            RefuseOpenComments(step);
            step.Record(new DocumentApproved(actor.Name, title));
        }
    }

    private static void RefuseAuthor(DocumentRow row, Actor actor)
    {
        if (row.IsWrittenBy(actor.PersonId))
            throw new RejectedException("sod-2", new Text(
                $"{actor.Name} đã soạn tài liệu này nên không được xem xét, phê duyệt (SoD-2). Người soạn thảo, người xem xét và người phê duyệt phải là ba người.",
                $"{actor.Name} has written in this document and may neither review nor approve it (SoD-2): drafter, reviewer and approver are three people."));
    }

    private static void RefuseReviewer(DocumentRow row, Actor actor)
    {
        if (row.Reviewed is not { } review)
            throw new RejectedException("not-reviewed", new Text(
                "Tài liệu chưa được ký xem xét nên chưa thể phê duyệt.", "The document has not been reviewed yet, so it cannot be approved."));
        if (review.PersonId == actor.PersonId)
            throw new RejectedException("sod-2", new Text(
                $"{actor.Name} đã ký xem xét nên không được phê duyệt (SoD-2).",
                $"{actor.Name} signed the review and may not approve as well (SoD-2)."));
    }

    private static void RefuseOpenComments(Step step)
    {
        var open = step.All<CommentRow>().Count(comment => comment.IsOpen);
        if (open > 0)
            throw new RejectedException("comments-open", new Text(
                $"Còn {open} góp ý chưa được giải trình; giải trình xong mới phê duyệt được.",
                open == 1 ? "One comment is not resolved yet; it has to be before approval." : $"{open} comments are not resolved yet; they have to be before approval."));
    }
}
