using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;

namespace IsoE.Office.DocumentControl;

/// <summary>Remarks on a document, and what was done about them.</summary>
public sealed class CommentDocument(InstanceRunner instances)
{
    private const int LongestText = 4000;

    /// <param name="anchor">An activity id, <c>text:</c> and a part of the ISO text, or empty for the whole document.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>document-unknown</c>, <c>document-status</c>, <c>comment-text</c>.</exception>
    public Task<StepResult> Make(Actor actor, string documentId, string anchor, string text, string commandId, CancellationToken cancel)
    {
        DocumentSteps.Require(actor, Right.CommentProcedure);
        var said = TextOf(text);
        return instances.Run(DocumentSteps.Request(actor, documentId, commandId), Decide, cancel);

        void Decide(Step step)
        {
            DocumentSteps.Get(step, DocumentStatus.Draft, DocumentStatus.InReview);
            step.Record(new CommentMade(RowId.New(step.Now), anchor, said, actor.Name));
        }
    }

    /// <summary>Answers a remark; whoever made it or whoever writes the document may.</summary>
    /// <exception cref="RejectedException">As above, and <c>comment-unknown</c>.</exception>
    public Task<StepResult> Resolve(Actor actor, string documentId, string commentId, string answer, string commandId, CancellationToken cancel)
    {
        DocumentSteps.Require(actor, Right.CommentProcedure);
        var said = TextOf(answer);
        return instances.Run(DocumentSteps.Request(actor, documentId, commandId), Decide, cancel);

        void Decide(Step step)
        {
            DocumentSteps.Get(step, DocumentStatus.Draft, DocumentStatus.InReview);
            var comment = step.All<CommentRow>().FirstOrDefault(row => row.Id == commentId && row.IsOpen) ?? throw Unknown();
            step.Record(new CommentResolved(comment.Id, said, actor.Name));
        }
    }

    private static string TextOf(string text) => text.Trim() is { Length: > 0 and <= LongestText } said
        ? VietnameseText.Compose(said)
        : throw new RejectedException("comment-text", new Text(
            $"Nhập nội dung, tối đa {LongestText} ký tự.", $"Enter a text of at most {LongestText} characters."))
        { Field = "Text" };

    private static RejectedException Unknown() => new("comment-unknown", new Text(
        "Góp ý này không còn mở.", "This comment is no longer open."));
}
