using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.DocumentControl;

/// <summary>Which way to turn.</summary>
public enum Turn
{
    Undo,
    Redo,
}

/// <summary>Undoes the last change of a draft, or redoes what was undone. Every revision is kept.</summary>
public sealed class TurnDraft(InstanceRunner instances, DraftRevisions revisions)
{
    /// <param name="fromRevision">The revision the author had before them.</param>
    /// <returns>The revision that stands now.</returns>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>sod-7</c>, <c>document-unknown</c>, <c>document-status</c>, <c>nothing-to-turn</c>, <c>draft-changed</c>.
    /// </exception>
    public async Task<int> Run(Actor actor, string documentId, int fromRevision, Turn turn, string commandId, CancellationToken cancel)
    {
        DocumentSteps.Require(actor, Right.DraftProcedure);
        var to = await (turn is Turn.Undo
            ? revisions.Before(documentId, fromRevision, cancel)
            : revisions.After(documentId, fromRevision, cancel)) ?? throw Nothing(turn);
        await instances.Run(DocumentSteps.Request(actor, documentId, commandId), Decide, cancel);
        return to;

        void Decide(Step step)
        {
            var row = DocumentSteps.Get(step, DocumentStatus.Draft);
            if (row.Revision != fromRevision)
                throw new RejectedException("draft-changed", new Text(
                    $"{row.UpdatedByName} vừa sửa bản dự thảo này. Tải lại trang để xem.",
                    $"{row.UpdatedByName} has just changed this draft. Reload the page to see it."));
            step.Record(new DraftTurned(to, actor.Name));
        }
    }

    private static RejectedException Nothing(Turn turn) => new("nothing-to-turn", turn is Turn.Undo
        ? new Text("Không còn thay đổi nào để hoàn tác.", "There is no change left to undo.")
        : new Text("Không có thay đổi nào để làm lại.", "There is nothing to redo."));
}
