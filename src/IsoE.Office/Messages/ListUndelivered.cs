using IsoE.Office.Deadlines;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Messages;

/// <summary>Something that was given up after the last attempt.</summary>
/// <param name="Code">Code of the dossier it belongs to.</param>
/// <param name="Error">Why the last attempt failed, in the words of whatever refused it.</param>
/// <param name="Since">When it was to happen.</param>
public sealed record UndeliveredItem(string Id, Text What, string Code, string? Error, int Attempts, DateTimeOffset Since);

/// <summary>Reads what could not be delivered: messages, hand-overs to other agencies, records to be printed, due times.</summary>
public sealed class ListUndelivered(OfficeDb db, IEnumerable<OutboxTopic> topics)
{
    private const int Most = 500;

    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<UndeliveredItem>> Run(Actor actor, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ResolveIncidents);
        var dead = await (
            from item in db.Outbox.AsNoTracking()
            join instance in db.Instances.AsNoTracking() on item.InstanceId equals instance.InstanceId
            where item.Status == OutboxStatus.Dead
            orderby item.CreatedAt
            select new { item, instance.CorrelationId }).Take(Most).ToListAsync(cancel);
        var late = await (
            from due in db.Set<DueRow>().AsNoTracking()
            join instance in db.Instances.AsNoTracking() on due.InstanceId equals instance.InstanceId
            where due.Status == DueStatus.Failed
            orderby due.DueAt
            select new { due, instance.CorrelationId }).Take(Most).ToListAsync(cancel);
        return
        [
            .. dead.Select(each => new UndeliveredItem(
                each.item.Id, NameOf(each.item.Topic), each.CorrelationId, each.item.LastError, each.item.Attempts, each.item.CreatedAt)),
            .. late.Select(each => new UndeliveredItem(
                each.due.Id, new Text("Việc đến hạn tự động", "What happens when time is up"), each.CorrelationId, each.due.LastError, each.due.Attempts, each.due.DueAt)),
        ];
    }

    private Text NameOf(string topic) => topics.FirstOrDefault(each => each.Topic == topic)?.Name ?? new Text(topic, topic);
}
