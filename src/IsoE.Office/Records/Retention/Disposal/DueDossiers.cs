using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Retention.Disposal;

/// <summary>A dossier whose term is over.</summary>
/// <param name="Obstacle">Why it cannot be destroyed all the same; null when it can.</param>
public sealed record DueDossier(KeptDossier Kept, Text? Obstacle)
{
    public DossierRow Dossier => Kept.Dossier;

    public DateOnly EndsOn => Kept.Term.EndsOn!.Value;
}

/// <summary>Finds what the schedule no longer has to be kept. Confidential dossiers are for the people named for them only (SoD-10).</summary>
public sealed class DueDossiers(OfficeDb db, ProcedureLibraries libraries, ReadKept kept, TimeProvider clock)
{
    /// <summary>
    /// Dossiers whose term is over before the day, the first ended first: at most <see cref="ReadKept.MostDossiers"/> that can be destroyed,
    /// and as many that cannot.
    /// </summary>
    /// <param name="on">Not after today.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>due-later</c>.</exception>
    public async Task<IReadOnlyList<DueDossier>> Run(Actor actor, DateOnly on, CancellationToken cancel)
    {
        var (free, hindered) = (new List<DueDossier>(), new List<DueDossier>());
        await foreach (var portion in Find(Candidates(actor, on), on, cancel).Chunk(ReadKept.MostDossiers).WithCancellation(cancel))
        {
            var listed = await ListedElsewhere.Of(db, portion.Select(each => each.Dossier.InstanceId).ToList(), cancel);
            foreach (var each in portion.Select(one => Judge(one, listed))) (each.Obstacle is null ? free : hindered).Add(each);
            if (free.Count >= ReadKept.MostDossiers) break;
        }

        return [.. free.Take(ReadKept.MostDossiers).Concat(hindered.Take(ReadKept.MostDossiers)).OrderBy(each => each.Dossier.FinishedAt)];
    }

    /// <summary>Which of these are due, by their ids.</summary>
    /// <exception cref="RejectedException">As above.</exception>
    internal async Task<IReadOnlyDictionary<string, DueDossier>> Among(Actor actor, DateOnly on, IReadOnlyCollection<string> dossierIds, CancellationToken cancel)
    {
        var due = await Find(Candidates(actor, on).Where(row => dossierIds.Contains(row.InstanceId)), on, cancel).ToListAsync(cancel);
        var listed = await ListedElsewhere.Of(db, due.ConvertAll(each => each.Dossier.InstanceId), cancel);
        return due.Select(each => Judge(each, listed)).ToDictionary(each => each.Dossier.InstanceId);
    }

    private IAsyncEnumerable<KeptDossier> Find(IQueryable<DossierRow> candidates, DateOnly on, CancellationToken cancel) =>
        kept.Each(candidates, cancel).Where(each => each.Term.EndsOn < on);

    private static DueDossier Judge(KeptDossier each, IReadOnlyDictionary<string, Text> listed) =>
        new(each, listed.GetValueOrDefault(each.Dossier.InstanceId) ?? Obstacles.Find(each));

    /// <summary>Without those that are too young even for the shortest term, and those with a record that is kept for ever.</summary>
    private IQueryable<DossierRow> Candidates(Actor actor, DateOnly on)
    {
        Permit.RequireWhole(actor, Right.ManageRetention);
        if (on > VietnamTime.DateOf(clock.GetUtcNow()))
            throw new RejectedException("due-later", new Text("Chọn ngày không sau hôm nay.", "Choose a day that is not after today.")) { Field = "On" };
        var kinds = libraries.Of(actor.AgencyId).All.SelectMany(version => version.Procedure.Records.Select(kind => (Key: $"{version.Code}:{kind.Code}", kind.Retention.Years))).ToList();
        var forEver = kinds.GroupBy(kind => kind.Key).Where(same => same.All(kind => kind.Years is null)).Select(same => same.Key).ToList();
        // A term that began on 29 February ends a day early in other years.
        var ended = VietnamTime.ToInstant(on.AddYears(-(kinds.Min(kind => kind.Years) ?? 0)).AddDays(1), TimeOnly.MinValue);
        return db.Set<DossierRow>().AsNoTracking().OpenTo(actor, db)
            .Where(row => row.FinishedAt < ended && row.ErasedAt == null
                && !db.Set<RecordRow>().Any(record => record.InstanceId == row.InstanceId && forEver.Contains(row.ProcedureCode + ":" + record.Code)))
            .OrderBy(row => row.FinishedAt).ThenBy(row => row.InstanceId);
    }
}
