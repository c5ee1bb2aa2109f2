using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Messages.OptOut;

/// <summary>Who wants no messages; those that the law demands are sent all the same.</summary>
public sealed class OptOuts(OfficeDb db, TimeProvider clock)
{
    /// <summary>Since when no messages are wanted at the address; null when they are.</summary>
    public async Task<DateTimeOffset?> Since(MessageChannel channel, string address, CancellationToken cancel) =>
        (await Find(channel, address, cancel))?.StoppedAt;

    /// <summary>The addresses at which messages are wanted.</summary>
    public async Task<IReadOnlyList<string>> Without(MessageChannel channel, IReadOnlyList<string> addresses, CancellationToken cancel)
    {
        var stopped = await db.Set<OptOutRow>().AsNoTracking()
            .Where(row => row.Channel == channel && row.ResumedAt == null && addresses.Select(each => each.ToLower()).Contains(row.Address))
            .Select(row => row.Address).ToListAsync(cancel);
        return [.. addresses.Where(address => !stopped.Contains(address.ToLowerInvariant()))];
    }

    /// <summary>Ends messages to the address; one that has ended them already stays so.</summary>
    /// <param name="address">As <see cref="Addresses"/> writes it.</param>
    public async Task Stop(MessageChannel channel, string address, OptOutWay way, CancellationToken cancel)
    {
        if (await Find(channel, address, cancel) is not null) return;
        var now = clock.GetUtcNow();
        db.Add(new OptOutRow { Id = RowId.New(now), Channel = channel, Address = address, StoppedAt = now, StoppedBy = way });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (LostRace.Explains(failure))
        {
            // Said twice at the same moment: it is kept once.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Has messages sent to the address again.</summary>
    public async Task Resume(MessageChannel channel, string address, OptOutWay way, CancellationToken cancel)
    {
        if (await Find(channel, address, cancel) is not { } row) return;
        (row.ResumedAt, row.ResumedBy) = (clock.GetUtcNow(), way);
        await db.SaveChangesAsync(cancel);
    }

    private Task<OptOutRow?> Find(MessageChannel channel, string address, CancellationToken cancel) =>
        db.Set<OptOutRow>().SingleOrDefaultAsync(row => row.Channel == channel && row.Address == address && row.ResumedAt == null, cancel);
}
