using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.DocumentControl;

/// <summary>Who is to read what, and who has.</summary>
public sealed class ReadingList(OfficeDb db)
{
    /// <summary>What the actor has still to read, the oldest request first; of several versions only the latest.</summary>
    public async Task<IReadOnlyList<ReadingRow>> Unread(Actor actor, CancellationToken cancel)
    {
        var rows = await db.Set<ReadingRow>().AsNoTracking().Latest()
            .Where(row => row.PersonId == actor.PersonId && row.AcknowledgedAt == null).ToListAsync(cancel);
        return [.. rows.OrderBy(row => row.AskedAt)];
    }

    /// <summary>The distribution list of a version, by name; those who have not read it first.</summary>
    /// <exception cref="IsoE.Workflows.RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<ReadingRow>> Of(Actor actor, string code, int version, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadDocument);
        var rows = await db.Set<ReadingRow>().AsNoTracking().Where(row => row.Code == code && row.Version == version).ToListAsync(cancel);
        return [.. rows.OrderBy(row => row.AcknowledgedAt is null ? 0 : 1).ThenBy(row => row.PersonName, StringComparer.Ordinal)];
    }

    /// <summary>When the actor acknowledged the version; null when not yet.</summary>
    public Task<DateTimeOffset?> AcknowledgedAt(Actor actor, string code, int version, CancellationToken cancel) =>
        db.Set<ReadingRow>().AsNoTracking()
            .Where(row => row.PersonId == actor.PersonId && row.Code == code && row.Version == version)
            .Select(row => row.AcknowledgedAt).SingleOrDefaultAsync(cancel);
}
