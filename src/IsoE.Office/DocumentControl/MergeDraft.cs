using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Procedures.Editing;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.DocumentControl;

/// <summary>Two contents of one draft, to be put together.</summary>
/// <param name="Standing">The revision that stands.</param>
/// <param name="Parts">Where the two differ; everything else is the same.</param>
public sealed record DraftConflict(int Standing, int Aside, string TheirName, DateTimeOffset TheirAt, string MyName, DateTimeOffset MyAt, IReadOnlyList<PartConflict> Parts);

/// <summary>Puts a content that was set aside together with the one that stands, part by part as an author chooses.</summary>
public sealed class MergeDraft(OfficeDb db, DraftRevisions revisions, SaveDraft save)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>document-unknown</c>.</exception>
    public async Task<DraftConflict> Read(Actor actor, string documentId, int aside, CancellationToken cancel)
    {
        Permit.Require(actor, Right.DraftProcedure);
        var (mine, theirs, common) = await Load(documentId, aside, cancel);
        return new DraftConflict(
            theirs.Number, aside, theirs.SavedByName, theirs.SavedAt, mine.SavedByName, mine.SavedAt,
            ContentParts.Differences(common, theirs.Unpack(), mine.Unpack()));
    }

    /// <summary>Saves what stands with the chosen parts as the content set aside has them.</summary>
    /// <param name="standing">The revision the author has seen as the one that stands.</param>
    /// <param name="mine">The parts to take from the content set aside.</param>
    /// <exception cref="RejectedException">The parts do not fit together, and those of <see cref="SaveDraft"/>.</exception>
    public async Task<SaveOutcome> Run(
        Actor actor, string documentId, int aside, int standing, IReadOnlyCollection<PartId> mine, string commandId, CancellationToken cancel)
    {
        DocumentSteps.Require(actor, Right.DraftProcedure);
        var own = await revisions.Content(documentId, aside, cancel);
        var theirs = await revisions.Content(documentId, standing, cancel);
        return await save.Run(actor, documentId, new DraftSave(commandId, standing, ContentParts.Take(theirs, own, mine)), cancel);
    }

    private async Task<(DraftRevisionRow Mine, DraftRevisionRow Theirs, ProcedureContent Common)> Load(string documentId, int aside, CancellationToken cancel)
    {
        var standing = await db.Set<DocumentRow>().AsNoTracking().Where(row => row.InstanceId == documentId)
            .Select(row => (int?)row.Revision).SingleOrDefaultAsync(cancel) ?? throw DocumentSteps.Unknown();
        var mine = await revisions.Get(documentId, aside, cancel);
        return (mine, await revisions.Get(documentId, standing, cancel), await revisions.Content(documentId, mine.Parent, cancel));
    }
}
