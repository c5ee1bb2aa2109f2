using IsoE.Office.Instances;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IsoE.Office.Deadlines;

/// <summary>Sends every due row whose moment has come as a command to its instance.</summary>
/// <remarks>
/// Any number of sweepers may run at once: a row is claimed by one of them, and its command id is made of the row's,
/// so that even a row claimed twice, after a crash, acts once. A row that fails is tried again later and holds up no other.
/// </remarks>
public sealed class DeadlineSweep(IDbContextFactory<OfficeDb> databases, InstanceRunner runner, ILogger<DeadlineSweep> log)
{
    private const int BatchSize = 200;
    private const int AtOnce = 8;

    /// <summary>Handles everything due at <paramref name="now"/>, what becomes due by it included.</summary>
    /// <returns>How many rows were handled.</returns>
    public async Task<int> Run(DateTimeOffset now, CancellationToken cancel)
    {
        var handled = 0;
        while (true)
        {
            var rows = await Claim(now, cancel);
            if (rows.Count == 0)
                return handled;
            // The rows of one instance one after the other: at once they would only wait for each other.
            await Parallel.ForEachAsync(
                rows.GroupBy(r => (r.AgencyId, r.InstanceId)),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
                async (group, stop) =>
                {
                    foreach (var row in group.OrderBy(r => r.DueAt).ThenBy(r => r.Id, StringComparer.Ordinal))
                        if (await Send(row, now, stop))
                            Interlocked.Increment(ref handled);
                });
        }
    }

    private async Task<IReadOnlyList<DueRow>> Claim(DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Claims.Take<DueRow>(db, now, BatchSize, cancel);
    }

    private async Task<bool> Send(DueRow row, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            var request = new StepRequest(row.AgencyId, row.InstanceId, $"due:{row.Id}", StepRequest.System) { At = now };
            await runner.Run(request, step => DeadlineSteps.Decide(step, row.Id), cancel);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            log.LogWarning(e, "Due row {Id} of instance {Instance} failed in attempt {Attempt}", row.Id, row.InstanceId, row.Attempts);
            await Postpone(row, now, e.Message, cancel);
            return false;
        }
    }

    private async Task Postpone(DueRow row, DateTimeOffset now, string error, CancellationToken cancel)
    {
        var status = row.Attempts >= Claims.MostAttempts ? DueStatus.Failed : DueStatus.Pending;
        var next = Instant.ToStored(Claims.NextAttempt(now, row.Attempts));
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Set<DueRow>()
            .IgnoreQueryFilters()
            .Where(d => d.AgencyId == row.AgencyId && d.Id == row.Id && d.Status == DueStatus.Pending)
            .ExecuteUpdateAsync(
                d => d
                    .SetProperty(x => x.Status, status)
                    .SetProperty(x => x.LastError, error)
                    .SetProperty(x => x.NextAttemptAt, next),
                cancel);
    }
}
