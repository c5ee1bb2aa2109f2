using System.Collections.Concurrent;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Calendars;

/// <summary>The calendars of all agencies, kept in memory and read again when somebody has changed them.</summary>
/// <remarks>Another server's change is noticed within <see cref="Freshness"/>; an own one at once.</remarks>
public sealed class AgencyCalendars(IDbContextFactory<OfficeDb> databases, TimeProvider clock)
{
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);

    private static readonly DeadlineCalculator National = new(NationalCalendar.Instance);

    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>The calendar in force now; the national one where the agency has none of its own.</summary>
    public DeadlineCalculator Of(string agencyId)
    {
        var now = clock.GetUtcNow();
        _kept.TryGetValue(agencyId, out var kept);
        if (kept is not null && now - kept.CheckedAt < Freshness) return kept.Calculator;
        using var db = databases.CreateDbContext();
        var revision = RevisionOf(db, agencyId);
        var calculator = kept?.Revision == revision ? kept.Calculator : Read(db, agencyId, revision, now);
        _kept[agencyId] = new Kept(calculator, revision, now);
        return calculator;
    }

    /// <summary>The calendar as it stood at an instant, for readers of old decisions.</summary>
    public DeadlineCalculator AsOf(string agencyId, DateTimeOffset at)
    {
        using var db = databases.CreateDbContext();
        return Read(db, agencyId, RevisionOf(db, agencyId), at);
    }

    internal void Forget(string agencyId) => _kept.TryRemove(agencyId, out _);

    private static int RevisionOf(OfficeDb db, string agencyId) => db.Set<CalendarRevisionRow>().AsNoTracking()
        .IgnoreQueryFilters([OfficeDb.AgencyFilter])
        .Where(row => row.AgencyId == agencyId).Select(row => row.Revision).SingleOrDefault();

    private static DeadlineCalculator Read(OfficeDb db, string agencyId, int revision, DateTimeOffset at)
    {
        if (revision == 0) return National;
        var rows = db.Set<CalendarRow>().AsNoTracking().IgnoreQueryFilters([OfficeDb.AgencyFilter])
            .Where(row => row.AgencyId == agencyId && row.AddedAt <= at && (row.RemovedAt == null || row.RemovedAt > at))
            .ToList();
        return rows.Count == 0 ? National : new DeadlineCalculator(new WorkingCalendar(CalendarRows.Definition(rows)));
    }

    private sealed record Kept(DeadlineCalculator Calculator, int Revision, DateTimeOffset CheckedAt);
}
