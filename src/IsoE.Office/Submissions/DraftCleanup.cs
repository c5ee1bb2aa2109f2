using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Submissions;

/// <summary>Removes drafts and uploads nobody has touched for long, and codes that have lost their use.</summary>
public sealed class DraftCleanup(IDbContextFactory<OfficeDb> databases, OfficeOptions options, TimeProvider clock) : IChore
{
    public static TimeSpan Every => TimeSpan.FromHours(6);

    /// <returns>How many drafts were removed.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        var (old, dayAgo) = (now - Drafts.Kept, now - TimeSpan.FromDays(1));
        var removed = await db.Set<SubmissionDraftRow>().IgnoreQueryFilters().Where(draft => draft.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
        await db.Set<UploadRow>().IgnoreQueryFilters()
            .Where(upload => upload.BegunAt < old && !db.Set<SubmissionDraftRow>().IgnoreQueryFilters().Any(draft => draft.Id == upload.OwnerId)).ExecuteDeleteAsync(cancel);
        await db.Set<ContactProofRow>().IgnoreQueryFilters().Where(proof => proof.AskedAt < dayAgo).ExecuteDeleteAsync(cancel);
        await RemoveUnfinished(db, cancel);
        return removed;
    }

    private async Task RemoveUnfinished(OfficeDb db, CancellationToken cancel)
    {
        var folder = new DirectoryInfo(Path.Combine(options.DataDirectory, "uploads"));
        if (!folder.Exists) return;
        foreach (var file in folder.EnumerateFiles())
            if (!await db.Set<UploadRow>().IgnoreQueryFilters().AnyAsync(upload => upload.Id == file.Name, cancel)) file.Delete();
    }
}
