using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Storage;

/// <summary>Files of which the history of an agency says that the law had them destroyed: that they are gone accuses nobody.</summary>
internal static class DestroyedFiles
{
    /// <returns>SHA-256, lower-case hexadecimal.</returns>
    public static async Task<HashSet<string>> Of(OfficeDb db, string agencyId, CancellationToken cancel)
    {
        var rows = await db.History.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.AgencyId == agencyId && row.Type == HistoryChain.Erasure).ToListAsync(cancel);
        return rows.SelectMany(row => HistoryChain.ErasedBy(row).Files).ToHashSet(StringComparer.Ordinal);
    }
}
