using IsoE.Office.Deadlines;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Messages;

/// <summary>Puts what was given up back into the queue, with all its attempts before it. What was delivered stays so.</summary>
public sealed class SendAgain(OfficeDb db, OutboxSignal signal, TimeProvider clock)
{
    /// <param name="id">Of one item; null for all of the agency.</param>
    /// <returns>How many go out again; 0 when somebody else has sent them meanwhile.</returns>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<int> Run(Actor actor, string? id, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ResolveIncidents);
        var now = Instant.ToStored(clock.GetUtcNow());
        var items = await db.Outbox.Where(item => item.Status == OutboxStatus.Dead && (id == null || item.Id == id)).ExecuteUpdateAsync(
            item => item.SetProperty(x => x.Status, OutboxStatus.Pending).SetProperty(x => x.Attempts, 0).SetProperty(x => x.NextAttemptAt, now), cancel);
        var due = await db.Set<DueRow>().Where(row => row.Status == DueStatus.Failed && (id == null || row.Id == id)).ExecuteUpdateAsync(
            row => row.SetProperty(x => x.Status, DueStatus.Pending).SetProperty(x => x.Attempts, 0).SetProperty(x => x.NextAttemptAt, now), cancel);
        if (items > 0) signal.Ring();
        return items + due;
    }
}
