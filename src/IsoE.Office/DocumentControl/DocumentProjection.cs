using IsoE.Office.Calendars;
using IsoE.Office.Deadlines;
using IsoE.Office.Instances;

namespace IsoE.Office.DocumentControl;

/// <summary>Keeps the row and the comments of a document as its history tells, and has its first day rung.</summary>
internal sealed class DocumentProjection : IProjection
{
    /// <summary>Outbox topic: the first day of a published version, or the first one without it, has come.</summary>
    public const string EffectiveTopic = "document-effective";

    /// <summary>Outbox topic: a version is in force, and its predecessor no longer.</summary>
    public const string InForceTopic = "document-in-force";

    public void Apply(Step step, RecordedEvent recorded)
    {
        switch (recorded.Fact)
        {
            case DocumentBegun:
                step.Insert(Document.Apply(null, step, recorded)!);
                break;
            case DraftSaved or DraftSetAside or DraftTurned or SubmittedForReview or DocumentReviewed or DocumentApproved or DocumentReturned
                or DocumentWithdrawn or DocumentPublished or DocumentCameIntoForce or DocumentSuperseded or DocumentRepealed
                or DocumentBecameObsolete or CommentMade or CommentResolved:
                Fold(step, recorded);
                break;
        }
    }

    private static void Fold(Step step, RecordedEvent recorded)
    {
        var row = Document.Apply(step.Find<DocumentRow>(), step, recorded)!;
        step.Update(row);
        switch (recorded.Fact)
        {
            case CommentMade e: Insert(step, recorded, e); break;
            case CommentResolved e: Resolve(step, recorded, e); break;
            case DocumentPublished e: EffectiveDate.Set(step, VietnamTime.ToInstant(e.EffectiveFrom, TimeOnly.MinValue), EffectiveTopic); break;
            case DocumentCameIntoForce: step.Enqueue(InForceTopic, step.InstanceId, "{}"); break;
            case DocumentRepealed e: EffectiveDate.Set(step, VietnamTime.ToInstant(e.EffectiveFrom, TimeOnly.MinValue), EffectiveTopic); break;
        }
    }

    private static void Insert(Step step, RecordedEvent recorded, CommentMade e) => step.Insert(new CommentRow
    {
        AgencyId = step.AgencyId,
        Id = e.CommentId,
        InstanceId = step.InstanceId,
        Anchor = e.Anchor,
        Text = e.Text,
        MadeBy = recorded.ActorId,
        MadeByName = e.By,
        MadeAt = recorded.At,
    });

    private static void Resolve(Step step, RecordedEvent recorded, CommentResolved e)
    {
        var comment = step.All<CommentRow>().Single(row => row.Id == e.CommentId);
        comment.Answer = e.Answer;
        comment.ResolvedByName = e.By;
        comment.ResolvedAt = recorded.At;
        step.Update(comment);
    }
}
