using IsoE.Office.Storage;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Instances;

/// <summary>Reads the events of an instance back from the history.</summary>
public sealed class InstanceHistory(IDbContextFactory<OfficeDb> databases, OfficeEventTypes types)
{
    /// <summary>All events of the instance in order; empty when it has none.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> Read(string agencyId, string instanceId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return [.. (await Of(db, agencyId, instanceId).ToListAsync(cancel)).Select(Event)];
    }

    /// <summary>The state that the engine's events of the instance fold to; null when it was never started.</summary>
    public async Task<WorkflowInstance?> Replay(string agencyId, string instanceId, CancellationToken cancel) =>
        (await Read(agencyId, instanceId, cancel))
            .Select(e => e.Fact)
            .OfType<WorkflowEvent>()
            .Aggregate((WorkflowInstance?)null, WorkflowInstance.Apply);

    /// <summary>The event a row stands for.</summary>
    /// <exception cref="System.Text.Json.JsonException">The type is not known, or the data is not of that type.</exception>
    public RecordedEvent Event(HistoryRow row) => new(
        row.Sequence,
        row.Type,
        row.IsErased ? new ErasedFact(row.Type) : types.Knows(row.Type) ? types.Read(row.Type, row.Data) : WorkflowEventJson.Read(row.Type, row.Data),
        row.At,
        row.ActorId);

    /// <summary>The events of the step whose first one is at <paramref name="first"/>.</summary>
    internal async Task<IReadOnlyList<RecordedEvent>> ReadStep(string agencyId, string instanceId, long first, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var next = await Of(db, agencyId, instanceId)
            .Where(h => h.Sequence > first && h.CommandId != null)
            .MinAsync(h => (long?)h.Sequence, cancel) ?? long.MaxValue;
        var rows = await Of(db, agencyId, instanceId).Where(h => h.Sequence >= first && h.Sequence < next).ToListAsync(cancel);
        return [.. rows.Select(Event)];
    }

    private static IQueryable<HistoryRow> Of(OfficeDb db, string agencyId, string instanceId) => db.History
        .IgnoreQueryFilters()
        .AsNoTracking()
        .Where(h => h.AgencyId == agencyId && h.InstanceId == instanceId)
        .OrderBy(h => h.Sequence);
}
