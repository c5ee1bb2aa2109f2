using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.DocumentControl;

/// <summary>A document as its page shows it.</summary>
/// <param name="Content">The revision that stands.</param>
/// <param name="CanUndo">Whether there is an earlier revision to go back to.</param>
/// <param name="Comments">Open ones first, then by time.</param>
/// <param name="Actions">What the actor may do with it now.</param>
public sealed record DocumentView(
    DocumentRow Row,
    ProcedureContent Content,
    bool CanUndo,
    bool CanRedo,
    IReadOnlyList<CommentRow> Comments,
    IReadOnlySet<DocumentAction> Actions);

/// <summary>Reads a document with its content and what can be done with it.</summary>
public sealed class OpenDocument(OfficeDb db, DraftRevisions revisions)
{
    /// <exception cref="IsoE.Workflows.RejectedException"><c>not-allowed</c>, <c>document-unknown</c>.</exception>
    public async Task<DocumentView> Run(Actor actor, string documentId, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadDocument);
        var row = await db.Set<DocumentRow>().AsNoTracking().SingleOrDefaultAsync(each => each.InstanceId == documentId, cancel)
            ?? throw DocumentSteps.Unknown();
        var comments = await db.Set<CommentRow>().AsNoTracking().Where(each => each.InstanceId == documentId).ToListAsync(cancel);
        return new DocumentView(
            row,
            await revisions.Content(documentId, row.Revision, cancel),
            await revisions.Before(documentId, row.Revision, cancel) is not null,
            await revisions.After(documentId, row.Revision, cancel) is not null,
            [.. comments.OrderBy(each => each.IsOpen ? 0 : 1).ThenBy(each => each.MadeAt)],
            DocumentActions.Of(actor, row, comments.Exists(each => each.IsOpen)));
    }

    /// <summary>The content of an earlier revision.</summary>
    /// <exception cref="IsoE.Workflows.RejectedException"><c>not-allowed</c>, <c>document-unknown</c>.</exception>
    public Task<ProcedureContent> Revision(Actor actor, string documentId, int revision, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadDocument);
        return revisions.Content(documentId, revision, cancel);
    }
}
