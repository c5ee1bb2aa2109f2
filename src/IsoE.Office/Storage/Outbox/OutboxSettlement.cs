using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Storage.Outbox;

/// <summary>What became of one attempt to deliver.</summary>
/// <param name="Attempts">Counted so far: one that came too early is not.</param>
internal sealed record OutboxOutcome(OutboxRow Row, OutboxStatus Status, string? Error, int Attempts, DateTimeOffset NextAttemptAt, DateTimeOffset? DeliveredAt);

/// <summary>Writes down what became of deliveries, several in one transaction: a commit costs more than a delivery.</summary>
/// <remarks>
/// What is delivered and not yet written down is delivered again if the server stops: consumers bear it, and no outcome
/// waits longer than a second for its neighbours.
/// </remarks>
internal sealed class OutboxSettlement(IDbContextFactory<OfficeDb> databases)
{
    private const int Together = 25;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<OutboxOutcome> _waiting = [];
    private long _since = Stopwatch.GetTimestamp();

    public async Task Add(OutboxOutcome outcome, CancellationToken cancel)
    {
        _waiting.Enqueue(outcome);
        if (_waiting.Count >= Together || Stopwatch.GetElapsedTime(Volatile.Read(ref _since)) > Longest) await Flush(cancel);
    }

    /// <summary>Writes down whatever waits.</summary>
    public async Task Flush(CancellationToken cancel)
    {
        Volatile.Write(ref _since, Stopwatch.GetTimestamp());
        var outcomes = new List<OutboxOutcome>();
        while (_waiting.TryDequeue(out var outcome)) outcomes.Add(outcome);
        if (outcomes.Count == 0) return;
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var outcome in outcomes) await Write(db, outcome, cancel);
        await transaction.CommitAsync(cancel);
    }

    private static Task<int> Write(OfficeDb db, OutboxOutcome outcome, CancellationToken cancel) => db.Outbox
        .IgnoreQueryFilters()
        .Where(o => o.AgencyId == outcome.Row.AgencyId && o.Id == outcome.Row.Id)
        .ExecuteUpdateAsync(
            o => o
                .SetProperty(x => x.Status, outcome.Status)
                .SetProperty(x => x.LastError, outcome.Error)
                .SetProperty(x => x.Attempts, outcome.Attempts)
                .SetProperty(x => x.NextAttemptAt, outcome.NextAttemptAt)
                .SetProperty(x => x.DeliveredAt, outcome.DeliveredAt),
            cancel);
}
