using IsoE.Office.Deadlines;
using IsoE.Office.Instances;
using IsoE.Office.Instances.Incidents;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Messages;

/// <summary>Puts what was given up back into the queue, with all its attempts before it. What was delivered stays so.</summary>
/// <remarks>Who did it stands in the history of each dossier before anything goes out.</remarks>
public sealed class SendAgain(OfficeDb db, ListUndelivered undelivered, InstanceRunner instances, OutboxSignal signal, TimeProvider clock)
{
    /// <param name="id">Of one item; null for all of the agency.</param>
    /// <param name="commandId">Idempotency key.</param>
    /// <returns>How many go out again; 0 when somebody else has sent them meanwhile.</returns>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<int> Run(Actor actor, string? id, string commandId, CancellationToken cancel)
    {
        var given = await undelivered.Run(actor, id, cancel);
        foreach (var dossier in given.GroupBy(item => item.InstanceId)) await Note(actor, dossier, commandId, cancel);
        var (now, ids) = (Instant.ToStored(clock.GetUtcNow()), given.Select(item => item.Id).ToList());
        var items = await db.Outbox.Where(item => item.Status == OutboxStatus.Dead && ids.Contains(item.Id)).ExecuteUpdateAsync(
            item => item.SetProperty(x => x.Status, OutboxStatus.Pending).SetProperty(x => x.Attempts, 0).SetProperty(x => x.NextAttemptAt, now), cancel);
        var due = await db.Set<DueRow>().Where(row => row.Status == DueStatus.Failed && ids.Contains(row.Id)).ExecuteUpdateAsync(
            row => row.SetProperty(x => x.Status, DueStatus.Pending).SetProperty(x => x.Attempts, 0).SetProperty(x => x.NextAttemptAt, now), cancel);
        if (items > 0) signal.Ring();
        return items + due;
    }

    private Task<StepResult> Note(Actor actor, IGrouping<string, UndeliveredItem> dossier, string commandId, CancellationToken cancel) => instances.Run(
        new StepRequest(actor.AgencyId, dossier.Key, $"send-again:{commandId}", actor.PersonId),
        step =>
        {
            foreach (var item in dossier) step.Record(new DeliverySentAgain(item.Id, item.What, actor.Name));
        },
        cancel);
}
