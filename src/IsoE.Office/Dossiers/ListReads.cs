using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Dossiers;

/// <param name="DossierCode">Null for a search or an export.</param>
public sealed record ReadLine(string Id, DateTimeOffset At, string PersonName, ReadKind Kind, string? DossierCode);

/// <param name="Next">Id before which the following page begins; null on the last.</param>
public sealed record ReadPage(IReadOnlyList<ReadLine> Lines, string? Next);

/// <summary>Who has seen personal data, the latest first. Auditors find their own reads there like everybody's.</summary>
public sealed class ListReads(OfficeDb db)
{
    /// <param name="personId">Only what this person saw; null for everybody's.</param>
    /// <param name="dossier">Only who saw the dossier of this code; null for all.</param>
    /// <param name="before">Only what stands before this id; null for the latest.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>: it is the whole agency's, a unit's reach does not open it.</exception>
    public async Task<ReadPage> Run(Actor actor, string? personId, string? dossier, string? before, int size, CancellationToken cancel)
    {
        // What one has seen oneself is no secret.
        if (personId != actor.PersonId) Permit.RequireWhole(actor, Right.ReadAuditLog);
        var reads = db.Set<ReadRow>().AsNoTracking();
        if (personId is not null) reads = reads.Where(row => row.PersonId == personId);
        if (dossier is not null) reads = reads.Where(row => db.Set<DossierRow>().Any(each => each.InstanceId == row.DossierId && each.Code == dossier));
        if (before is not null) reads = reads.Where(row => string.Compare(row.Id, before) < 0);
        var rows = await reads.OrderByDescending(row => row.Id).Take(size + 1).ToListAsync(cancel);
        var shown = rows.Take(size).ToList();
        return new ReadPage(await Lines(shown, cancel), rows.Count > size ? shown[^1].Id : null);
    }

    /// <summary>Who has seen these dossiers, for a caller who has checked the right to know.</summary>
    internal async Task<IReadOnlyList<ReadLine>> Of(IReadOnlyList<string> dossierIds, CancellationToken cancel) => await Lines(
        await db.Set<ReadRow>().AsNoTracking().Where(row => row.DossierId != null && dossierIds.Contains(row.DossierId)).OrderByDescending(row => row.Id).ToListAsync(cancel),
        cancel);

    private async Task<IReadOnlyList<ReadLine>> Lines(List<ReadRow> rows, CancellationToken cancel)
    {
        var (people, codes) = (await Names(rows, cancel), await Codes(rows, cancel));
        return [.. rows.Select(row => new ReadLine(
            row.Id, row.At, people.GetValueOrDefault(row.PersonId, row.PersonId), row.Kind, row.DossierId is { } id ? codes.GetValueOrDefault(id, id) : null))];
    }

    private Task<Dictionary<string, string>> Names(List<ReadRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(row => row.PersonId).Distinct().ToList();
        return db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancel);
    }

    private Task<Dictionary<string, string>> Codes(List<ReadRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(row => row.DossierId).OfType<string>().Distinct().ToList();
        return db.Set<DossierRow>().AsNoTracking().Where(row => ids.Contains(row.InstanceId)).ToDictionaryAsync(row => row.InstanceId, row => row.Code, cancel);
    }
}
