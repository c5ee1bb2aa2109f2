using IsoE.Office.Organisation;

namespace IsoE.Office.DocumentControl;

/// <summary>Something that can be done with a document.</summary>
public enum DocumentAction
{
    Edit,
    Comment,
    Submit,
    Review,
    Approve,
    Return,
    Publish,
    Withdraw,
    Repeal,
}

/// <summary>What somebody may do with a document now: a reading for pages; the commands check by themselves.</summary>
public static class DocumentActions
{
    public static IReadOnlySet<DocumentAction> Of(Actor actor, DocumentRow row, bool hasOpenComments)
    {
        if (actor.IsAdministrator) return new HashSet<DocumentAction>();
        return Possible(row, hasOpenComments).Where(action => Allows(actor, row, action)).ToHashSet();
    }

    private static DocumentAction[] Possible(DocumentRow row, bool hasOpenComments) => row.Status switch
    {
        DocumentStatus.Draft => [DocumentAction.Edit, DocumentAction.Comment, DocumentAction.Submit, DocumentAction.Withdraw],
        DocumentStatus.InReview when row.Reviewed is null =>
            [DocumentAction.Comment, DocumentAction.Review, DocumentAction.Return, DocumentAction.Withdraw],
        DocumentStatus.InReview when hasOpenComments => [DocumentAction.Comment, DocumentAction.Return, DocumentAction.Withdraw],
        DocumentStatus.InReview => [DocumentAction.Comment, DocumentAction.Approve, DocumentAction.Return, DocumentAction.Withdraw],
        DocumentStatus.Approved when row.EffectiveFrom is null => [DocumentAction.Publish, DocumentAction.Return, DocumentAction.Withdraw],
        DocumentStatus.InForce when row.ObsoleteFrom is null => [DocumentAction.Repeal],
        _ => [],
    };

    private static bool Allows(Actor actor, DocumentRow row, DocumentAction action) => action switch
    {
        DocumentAction.Comment => Rights.Allows(actor, Right.CommentProcedure),
        DocumentAction.Review => Rights.Allows(actor, Right.ReviewProcedure) && !row.IsWrittenBy(actor.PersonId),
        DocumentAction.Approve => Rights.Allows(actor, Right.ApproveProcedure) && !row.IsWrittenBy(actor.PersonId)
            && row.Reviewed?.PersonId != actor.PersonId,
        DocumentAction.Return => Rights.Allows(actor, Right.ReviewProcedure) || Rights.Allows(actor, Right.ApproveProcedure),
        DocumentAction.Publish => Rights.Allows(actor, Right.PublishProcedure),
        DocumentAction.Repeal => Rights.Allows(actor, Right.ApproveProcedure),
        _ => Rights.Allows(actor, Right.DraftProcedure),
    };
}
