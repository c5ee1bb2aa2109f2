using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Seals;

/// <summary>The seal of the day of each agency. Looked for every hour, so that a server that was off at midnight makes up for it.</summary>
public sealed class SealDaily(IDbContextFactory<OfficeDb> databases, SealHistory seal, TimeProvider clock) : IChore
{
    public static TimeSpan Every => TimeSpan.FromHours(1);

    /// <returns>How many seals were made.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var due = await Due(cancel);
        foreach (var agencyId in due)
            await seal.Seal(agencyId, Actor.SystemId, cancel);
        return due.Count;
    }

    private async Task<IReadOnlyList<string>> Due(CancellationToken cancel)
    {
        var midnight = VietnamTime.ToInstant(VietnamTime.DateOf(clock.GetUtcNow()), TimeOnly.MinValue);
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<Agency>()
            .Where(agency => db.Instances.IgnoreQueryFilters().Any(instance => instance.AgencyId == agency.Id))
            .Where(agency => !db.Set<SealRow>().IgnoreQueryFilters().Any(row => row.AgencyId == agency.Id && row.At >= midnight))
            .Select(agency => agency.Id).Order().ToListAsync(cancel);
    }
}
