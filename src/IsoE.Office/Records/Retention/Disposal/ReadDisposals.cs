using IsoE.Office.Organisation;
using IsoE.Office.Records.Printing;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Retention.Disposal;

/// <summary>A list with its dossiers: those kept first, then those taken off, then by code.</summary>
/// <param name="Minutes">Id of the minutes; null before it was carried out, and for whoever may not see all of its dossiers.</param>
public sealed record DisposalView(DisposalRow List, IReadOnlyList<DisposalLineRow> Lines, string? Minutes)
{
    public int Listed => Lines.Count(line => line.IsListed);

    public int Destroyed => Lines.Count(line => line.IsDestroyed);

    public int Kept => Lines.Count(line => line.Refusal is not null);
}

/// <summary>Reads disposal lists and their minutes. Confidential dossiers are for the people named for them only.</summary>
public sealed class ReadDisposals(OfficeDb db, PrintRecord print, AttachmentStore files)
{
    /// <summary>Every list with the number of its dossiers, the latest first.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<(DisposalRow List, int Dossiers)>> Run(Actor actor, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadRetention);
        var lists = await db.Set<DisposalRow>().AsNoTracking().ToListAsync(cancel);
        var counts = await db.Set<DisposalLineRow>().AsNoTracking().OpenTo(actor, db).Where(line => line.TakenOutReason == null).GroupBy(line => line.InstanceId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        return [.. lists.OrderByDescending(list => list.ProposedAt).Select(list => (list, counts.GetValueOrDefault(list.InstanceId)))];
    }

    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>list-unknown</c>.</exception>
    public async Task<DisposalView> Get(Actor actor, string listId, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadRetention);
        var row = await db.Set<DisposalRow>().AsNoTracking().SingleOrDefaultAsync(list => list.InstanceId == listId, cancel) ?? throw DisposalSteps.Unknown();
        var every = db.Set<DisposalLineRow>().AsNoTracking().Where(line => line.InstanceId == listId);
        var lines = await every.OpenTo(actor, db).ToListAsync(cancel);
        var minutes = lines.Count < await every.CountAsync(cancel)
            ? null
            : await db.Set<RecordRow>().AsNoTracking().Where(record => record.InstanceId == listId).Select(record => record.Id).SingleOrDefaultAsync(cancel);
        return new DisposalView(row, [.. lines.OrderBy(Rank).ThenBy(line => line.DossierCode, StringComparer.Ordinal)], minutes);
    }

    /// <summary>The minutes of a list that was carried out.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>list-unknown</c>.</exception>
    public async Task<PrintedDocument> Minutes(Actor actor, string listId, CancellationToken cancel)
    {
        var view = await Get(actor, listId, cancel);
        // Nobody has to sign it here, so that it is never waited for.
        var hash = (await print.Run(view.Minutes ?? throw DisposalSteps.Unknown(), cancel))!;
        return new PrintedDocument(await files.Read(hash, cancel), $"bien-ban-huy-{view.List.Number.Replace('/', '-')}.pdf");
    }

    private static int Rank(DisposalLineRow line) => line.Refusal is not null ? 0 : line.IsListed ? 2 : 1;
}
