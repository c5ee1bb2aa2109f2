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
        await Of(documentId).Where(row => row.Parent == number && !row.IsAside).MaxAsync(row => (int?)row.Number, cancel);

    /// <summary>The revision set aside for an author who has saved nothing since; null when there is none.</summary>
    public async Task<int?> Aside(string documentId, string personId, CancellationToken cancel)
    {
        var own = await Of(documentId).Where(row => row.SavedBy == personId).OrderByDescending(row => row.Number)
            .Select(row => new { row.Number, row.IsAside }).FirstOrDefaultAsync(cancel);
        return own is { IsAside: true } ? own.Number : null;
    }

    /// <summary>Whether a person alone has saved what lies between two revisions.</summary>
    public async Task<bool> IsOwnLine(string documentId, int from, int to, string personId, CancellationToken cancel)
    {
        var saved = await Of(documentId).Where(row => row.Number > from && row.Number <= to && !row.IsAside)
            .Select(row => new { row.Number, row.Parent, row.SavedBy }).ToDictionaryAsync(row => row.Number, cancel);
        var at = to;
        while (at > from && saved.TryGetValue(at, out var row) && row.SavedBy == personId) at = row.Parent;
        return at == from;
    }

    private IQueryable<DraftRevisionRow> Of(string documentId) =>
        db.Set<DraftRevisionRow>().AsNoTracking().Where(row => row.InstanceId == documentId);
}
