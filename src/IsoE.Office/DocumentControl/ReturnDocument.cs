using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.DocumentControl;

/// <summary>Sends a document back to be changed, or gives it up.</summary>
public sealed class ReturnDocument(InstanceRunner instances)
{
    /// <summary>A reviewer or approver returns what was handed in or approved but not published; its signatures fall.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>sod-7</c>, <c>document-unknown</c>, <c>document-status</c>, <c>document-published</c>, <c>reason-missing</c>.</exception>
    public Task<StepResult> Return(Actor actor, string documentId, string reason, string commandId, CancellationToken cancel)
    {
        DocumentSteps.Require(actor, Rights.Allows(actor, Right.ReviewProcedure) ? Right.ReviewProcedure : Right.ApproveProcedure);
        var given = DocumentSteps.Reason(reason);
        return instances.Run(DocumentSteps.Request(actor, documentId, commandId), Decide, cancel);

        void Decide(Step step)
        {
            RefusePublished(DocumentSteps.Get(step, DocumentStatus.InReview, DocumentStatus.Approved));
            step.Record(new DocumentReturned(given, actor.Name));
        }
    }

    /// <summary>Gives up a version that was not published.</summary>
    /// <exception cref="RejectedException">As above.</exception>
    public Task<StepResult> Withdraw(Actor actor, string documentId, string reason, string commandId, CancellationToken cancel)
    {
        DocumentSteps.Require(actor, Right.DraftProcedure);
        var given = DocumentSteps.Reason(reason);
        return instances.Run(DocumentSteps.Request(actor, documentId, commandId), Decide, cancel);

        void Decide(Step step)
        {
            RefusePublished(DocumentSteps.Get(step, DocumentStatus.Draft, DocumentStatus.InReview, DocumentStatus.Approved));
            step.Record(new DocumentWithdrawn(given, actor.Name));
        }
    }

    private static void RefusePublished(DocumentRow row)
    {
        if (row.EffectiveFrom is { } day)
            throw new RejectedException("document-published", new Text(
                $"Phiên bản {row.Version} của {row.Code} đã ban hành, hiệu lực từ {day:dd/MM/yyyy}; muốn thay đổi hãy lập phiên bản mới.",
                $"Version {row.Version} of {row.Code} has been published, in force from {day:dd/MM/yyyy}; to change it, begin a new version."));
    }
}
