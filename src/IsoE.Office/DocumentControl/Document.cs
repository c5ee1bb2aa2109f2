using IsoE.Office.Instances;
using IsoE.Office.Storage;

namespace IsoE.Office.DocumentControl;

/// <summary>Folds the events of a document into its row.</summary>
internal static class Document
{
    /// <summary>The row after the event; null when the event is none of a document.</summary>
    public static DocumentRow? Apply(DocumentRow? row, Step step, RecordedEvent recorded)
    {
        if (recorded.Fact is DocumentBegun begun) return Begin(step, recorded, begun);
        if (row is null) return null;
        switch (recorded.Fact)
        {
            case DraftSaved e: Save(row, recorded, e); break;
            case DraftSetAside e: row.LastRevision = e.Revision; return row;
            case DraftTurned e: row.Revision = e.Revision; break;
            case SubmittedForReview e: Submit(row, recorded, e); break;
            case DocumentReviewed e: row.Reviewed = new Signature(recorded.ActorId, e.By, e.Title, recorded.At); break;
            case DocumentApproved e: Approve(row, recorded, e); break;
            case DocumentReturned e: Return(row, e.Reason); break;
            case DocumentWithdrawn e: row.Status = DocumentStatus.Withdrawn; row.Reason = e.Reason; break;
            case DocumentPublished e: Publish(row, e); break;
            case DocumentCameIntoForce: row.Status = DocumentStatus.InForce; break;
            case DocumentSuperseded: row.Status = DocumentStatus.Superseded; break;
            case DocumentRepealed e: row.ObsoleteFrom = e.EffectiveFrom; row.Reason = e.Reason; break;
            case DocumentBecameObsolete: row.Status = DocumentStatus.Obsolete; break;
            case CommentMade or CommentResolved: break;
            default: return null;
        }
        row.UpdatedAt = recorded.At;
        row.UpdatedByName = NameIn(recorded.Fact) ?? row.UpdatedByName;
        return row;
    }

    private static DocumentRow Begin(Step step, RecordedEvent recorded, DocumentBegun e) => new()
    {
        AgencyId = step.AgencyId,
        InstanceId = step.InstanceId,
        Code = e.Code,
        Version = e.Version,
        NameVi = e.Name.Vi,
        NameEn = e.Name.En,
        Status = DocumentStatus.Draft,
        FromVersion = e.FromVersion,
        Revision = 1,
        LastRevision = 1,
        Authors = OfficeJson.Write(new[] { recorded.ActorId }),
        DraftedBy = recorded.ActorId,
        DraftedByName = e.By,
        UpdatedAt = recorded.At,
        UpdatedByName = e.By,
    };

    private static void Save(DocumentRow row, RecordedEvent recorded, DraftSaved e)
    {
        row.Revision = row.LastRevision = e.Revision;
        row.NameVi = e.Name.Vi;
        row.NameEn = e.Name.En;
        if (!row.IsWrittenBy(recorded.ActorId))
            row.Authors = OfficeJson.Write(OfficeJson.Read<string[]>(row.Authors).Append(recorded.ActorId).ToArray());
    }

    private static void Submit(DocumentRow row, RecordedEvent recorded, SubmittedForReview e)
    {
        row.Status = DocumentStatus.InReview;
        row.DraftedBy = recorded.ActorId;
        row.DraftedByName = e.By;
        row.Drafted = new Signature(recorded.ActorId, e.By, e.Title, recorded.At);
        row.ChangeVi = e.Change.Vi;
        row.ChangeEn = e.Change.En;
        row.Reason = null;
    }

    private static void Approve(DocumentRow row, RecordedEvent recorded, DocumentApproved e)
    {
        row.Status = DocumentStatus.Approved;
        row.Approved = new Signature(recorded.ActorId, e.By, e.Title, recorded.At);
    }

    private static void Return(DocumentRow row, string reason)
    {
        row.Status = DocumentStatus.Draft;
        row.Drafted = row.Reviewed = row.Approved = null;
        row.Reason = reason;
    }

    private static void Publish(DocumentRow row, DocumentPublished e)
    {
        row.Number = e.Number;
        row.Issue = e.Issue;
        row.IssueRevision = e.Revision;
        row.EffectiveFrom = e.EffectiveFrom;
    }

    private static string? NameIn(object fact) => fact switch
    {
        DraftSaved e => e.By,
        DraftTurned e => e.By,
        CommentMade e => e.By,
        CommentResolved e => e.By,
        SubmittedForReview e => e.By,
        DocumentReviewed e => e.By,
        DocumentApproved e => e.By,
        DocumentReturned e => e.By,
        DocumentWithdrawn e => e.By,
        DocumentPublished e => e.By,
        DocumentRepealed e => e.By,
        _ => null,
    };
}
