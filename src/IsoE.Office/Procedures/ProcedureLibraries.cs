using System.Collections.Concurrent;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Procedures;

/// <summary>The library of each agency: the procedures shipped with the program, and those the agency has published.</summary>
/// <remarks>
/// Published versions never change, so a library is kept until the agency publishes or repeals again. Another server of
/// the cluster sees that within <see cref="LongestAge"/>; a version that is asked for by number is looked up at once.
/// </remarks>
public sealed class ProcedureLibraries(ShippedProcedures shipped, IDbContextFactory<OfficeDb> databases, TimeProvider clock)
{
    private static readonly TimeSpan LongestAge = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>What is shipped with the program, the same for everybody.</summary>
    public ProcedureLibrary Shipped => shipped.Library;

    /// <summary>The procedures as the agency has them now.</summary>
    public ProcedureLibrary Of(string agencyId)
    {
        var now = clock.GetTimestamp();
        if (_kept.TryGetValue(agencyId, out var kept) && clock.GetElapsedTime(kept.CheckedAt, now) < LongestAge)
            return kept.Library;
        using var db = databases.CreateDbContext();
        var state = StateOf(db, agencyId);
        var library = kept is not null && kept.State == state ? kept.Library : Read(db, agencyId, state.Agency);
        _kept[agencyId] = new Kept(library, state, now);
        return library;
    }

    /// <summary>The definition an instance is pinned to; immutable.</summary>
    /// <exception cref="InvalidOperationException">There is no such version: a published definition has been lost.</exception>
    public WorkflowDefinition Definition(string agencyId, string code, int version)
    {
        var found = _kept.TryGetValue(agencyId, out var kept) ? kept.Library.Find(code, version) : null;
        if (found is not null)
            return found.Definition;
        Forget(agencyId);
        return Of(agencyId).Get(code, version).Definition;
    }

    /// <summary>Has the library of the agency read again: it has published or repealed something.</summary>
    public void Forget(string agencyId) => _kept.TryRemove(agencyId, out _);

    private static State StateOf(OfficeDb db, string agencyId) => new(
        Published(db, agencyId).Count() + Repealed(db, agencyId).Count(),
        db.Set<Agency>().Where(agency => agency.Id == agencyId).Select(agency => new Executor(agency.Level, agency.Kind)).FirstOrDefault());

    private ProcedureLibrary Read(OfficeDb db, string agencyId, Executor? agency)
    {
        var published = Published(db, agencyId).AsNoTracking().ToList();
        var repealed = Repealed(db, agencyId).AsNoTracking().ToList();
        var library = published.Count + repealed.Count == 0 ? shipped.Library : AgencyShelf.Of(shipped.Library, published, repealed);
        return agency is null ? library : library.For(agency);
    }

    private static IQueryable<PublishedProcedureRow> Published(OfficeDb db, string agencyId) =>
        db.Set<PublishedProcedureRow>().IgnoreQueryFilters().Where(row => row.AgencyId == agencyId);

    private static IQueryable<RepealedProcedureRow> Repealed(OfficeDb db, string agencyId) =>
        db.Set<RepealedProcedureRow>().IgnoreQueryFilters().Where(row => row.AgencyId == agencyId);

    private sealed record Kept(ProcedureLibrary Library, State State, long CheckedAt);

    /// <summary>What a library depends on: how often the agency has published or repealed, and what kind of agency it is.</summary>
    private sealed record State(int Count, Executor? Agency);
}

/// <summary>The procedures shipped with the program, the same for every agency.</summary>
public sealed record ShippedProcedures(ProcedureLibrary Library);
