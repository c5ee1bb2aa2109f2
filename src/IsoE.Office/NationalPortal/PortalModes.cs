using System.Collections.Concurrent;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.NationalPortal;

/// <summary>How each agency receives dossiers online, kept in memory; a change is noticed within <see cref="Freshness"/>.</summary>
public sealed class PortalModes(IDbContextFactory<OfficeDb> databases, TimeProvider clock)
{
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (PortalMode Mode, DateTimeOffset ReadAt)> _kept = new(StringComparer.Ordinal);

    public PortalMode Of(string agencyId)
    {
        var now = clock.GetUtcNow();
        if (_kept.TryGetValue(agencyId, out var kept) && now - kept.ReadAt < Freshness) return kept.Mode;
        using var db = databases.CreateDbContext();
        var mode = db.Set<Agency>().AsNoTracking().Where(agency => agency.Id == agencyId).Select(agency => agency.PortalMode).SingleOrDefault();
        _kept[agencyId] = (mode, now);
        return mode;
    }
}
