using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Storage.Attachments;

/// <summary>Removes stored files that no row refers to: their step was refused or never came.</summary>
public sealed class AttachmentCleanup(AttachmentStore store, IDbContextFactory<OfficeDb> databases, IEnumerable<KeptFiles> kept, TimeProvider clock) : IChore
{
    public static TimeSpan Every => TimeSpan.FromHours(6);

    /// <returns>How many files were removed.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var removed = 0;
        await using var db = await databases.CreateDbContextAsync(cancel);
        foreach (var file in store.FilesPastGrace(clock.GetUtcNow()))
        {
            var hash = file.Directory!.Name + file.Name;
            if (await KeptFiles.Refers(kept, db, hash, null, cancel)) continue;
            file.Delete();
            removed++;
        }

        return removed;
    }
}
