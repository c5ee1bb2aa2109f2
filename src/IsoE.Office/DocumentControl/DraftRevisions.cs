using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.DocumentControl;

/// <summary>Reads the revisions of a document.</summary>
public sealed class DraftRevisions(OfficeDb db)
{
    public async Task<DraftRevisionRow> Get(string documentId, int number, CancellationToken cancel) =>
        await Of(documentId).SingleOrDefaultAsync(row => row.Number == number, cancel) ?? throw DocumentSteps.Unknown();

    public async Task<ProcedureContent> Content(string documentId, int number, CancellationToken cancel) =>
        (await Get(documentId, number, cancel)).Unpack();

    /// <summary>The revision that undoing leads to; null at the beginning.</summary>
    public async Task<int?> Before(string documentId, int number, CancellationToken cancel) =>
        await Of(documentId).Where(row => row.Number == number && row.Parent > 0).Select(row => (int?)row.Parent).SingleOrDefaultAsync(cancel);

    /// <summary>The revision that redoing leads to: the latest that was made from this one; null when there is none.</summary>
    public async Task<int?> After(string documentId, int number, CancellationToken cancel) =>
        await Of(documentId).Where(row => row.Parent == number).MaxAsync(row => (int?)row.Number, cancel);

    private IQueryable<DraftRevisionRow> Of(string documentId) =>
        db.Set<DraftRevisionRow>().AsNoTracking().Where(row => row.InstanceId == documentId);
}
