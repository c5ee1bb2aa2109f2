using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IsoE.Office.Storage.Outbox;

/// <summary>Delivers outbox rows to their consumers: soon after the commit, at least once, again after a failure.</summary>
public sealed class OutboxDispatcher(
    IServiceScopeFactory scopes,
    IDbContextFactory<OfficeDb> databases,
    IEnumerable<OutboxTopic> topics,
    OutboxSignal signal,
    TimeProvider clock,
    ILogger<OutboxDispatcher> log) : BackgroundService
{
    private const int BatchSize = 50;
    private const int AtOnce = 4;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, Type> _consumers = topics.ToDictionary(t => t.Topic, t => t.Consumer);

    private readonly string _slow = Listed(topics.Where(topic => topic.Lane is OutboxLane.Slow).Select(topic => topic.Topic));

    /// <summary>Delivers everything that is due now, what consumers enqueue meanwhile included.</summary>
    /// <returns>How many items were delivered.</returns>
    public Task<int> DeliverPending(CancellationToken cancel) => DeliverWhere(null, cancel);

    /// <summary>The same for some topics only; what belongs to others stays until it is asked for.</summary>
    /// <param name="only">The topics; null for all.</param>
    public Task<int> DeliverPending(IReadOnlyList<string>? only, CancellationToken cancel) =>
        DeliverWhere(only is null ? null : $"topic IN ({Listed(only)})", cancel);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Serve(OutboxLane.Quick, $"topic NOT IN ({_slow})", stoppingToken), Serve(OutboxLane.Slow, $"topic IN ({_slow})", stoppingToken));

    private async Task Serve(OutboxLane lane, string condition, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await DeliverWhere(condition, stop);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The outbox could not be read; it is tried again");
            }

            await signal.Wait(lane, Look, stop);
        }
    }

    private async Task<int> DeliverWhere(string? condition, CancellationToken cancel)
    {
        var delivered = 0;
        while (true)
        {
            var rows = await Claim(condition, cancel);
            if (rows.Count == 0)
                return delivered;
            var settlement = new OutboxSettlement(databases);
            await Parallel.ForEachAsync(
                rows,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
                async (row, stop) =>
                {
                    var outcome = await Deliver(row, stop);
                    if (outcome.Status is OutboxStatus.Delivered) Interlocked.Increment(ref delivered);
                    await settlement.Add(outcome, stop);
                });
            await settlement.Flush(cancel);
        }
    }

    /// <summary>An empty list is no SQL.</summary>
    private static string Listed(IEnumerable<string> topics) => string.Join(", ", topics.Append("").Select(topic => $"'{topic}'"));

    private async Task<IReadOnlyList<OutboxRow>> Claim(string? condition, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Claims.Take<OutboxRow>(db, clock.GetUtcNow(), BatchSize, condition, cancel);
    }

    private async Task<OutboxOutcome> Deliver(OutboxRow row, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentAgency>().Enter(row.AgencyId);
            var type = _consumers.GetValueOrDefault(row.Topic)
                ?? throw new InvalidOperationException($"Nobody receives the topic {row.Topic}.");
            var consumer = (IOutboxConsumer)scope.ServiceProvider.GetRequiredService(type);
            await consumer.Deliver(new OutboxItem(row.AgencyId, row.InstanceId, row.Topic, row.Key, row.Payload, row.Attempts), cancel);
            var now = Instant.ToStored(clock.GetUtcNow());
            return new OutboxOutcome(row, OutboxStatus.Delivered, null, row.Attempts, now, now);
        }
        catch (DeliverLaterException later)
        {
            return new OutboxOutcome(row, OutboxStatus.Pending, later.Message, row.Attempts - 1, Instant.ToStored(later.Until), null);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            log.LogWarning(e, "Outbox item {Topic} {Key} failed in attempt {Attempt}", row.Topic, row.Key, row.Attempts);
            var givenUp = e is NotDeliverableException || row.Attempts >= Claims.MostAttempts;
            var next = Instant.ToStored(Claims.NextAttempt(clock.GetUtcNow(), row.Attempts));
            return new OutboxOutcome(row, givenUp ? OutboxStatus.Dead : OutboxStatus.Pending, e.Message, row.Attempts, next, null);
        }
    }
}
