using IsoE.Office.Deadlines;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Messages;

/// <summary>Something that was given up after the last attempt.</summary>
/// <param name="Code">Code of the dossier it belongs to; null when it belongs to none.</param>
/// <param name="Error">Why the last attempt failed, in the words of whatever refused it.</param>
/// <param name="Since">When it was to happen.</param>
/// <param name="Owner">Name of who answers for it; null while nobody has taken it.</param>
public sealed record UndeliveredItem(
    string Id, string InstanceId, Text What, string? Code, string? Error, int Attempts, DateTimeOffset Since, string? Owner);

/// <summary>Reads what could not be delivered: messages, hand-overs to other agencies, records to be printed, due times.</summary>
public sealed class ListUndelivered(OfficeDb db, IEnumerable<OutboxTopic> topics)
{
    private const int Most = 500;

    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public Task<IReadOnlyList<UndeliveredItem>> Run(Actor actor, CancellationToken cancel) => Run(actor, null, cancel);

    /// <param name="id">Of one item; null for all.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    internal async Task<IReadOnlyList<UndeliveredItem>> Run(Actor actor, string? id, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ResolveIncidents);
        var dead = await (
            from item in db.Outbox.AsNoTracking()
            join instance in db.Instances.AsNoTracking() on item.InstanceId equals instance.InstanceId into instances
            from instance in instances.DefaultIfEmpty()
            where item.Status == OutboxStatus.Dead && (id == null || item.Id == id)
            orderby item.CreatedAt, item.Id
            select new { item, instance.CorrelationId }).Take(Most).ToListAsync(cancel);
        var late = await (
            from due in db.Set<DueRow>().AsNoTracking()
            join instance in db.Instances.AsNoTracking() on due.InstanceId equals instance.InstanceId
            where due.Status == DueStatus.Failed && (id == null || due.Id == id)
            orderby due.DueAt, due.Id
            select new { due, instance.CorrelationId }).Take(Most).ToListAsync(cancel);
        return
        [
            .. dead.Select(each => new UndeliveredItem(
                each.item.Id, each.item.InstanceId, NameOf(each.item.Topic), CodeOf(each.item.InstanceId, each.CorrelationId),
                each.item.LastError, each.item.Attempts, each.item.CreatedAt, each.item.Owner)),
            .. late.Select(each => new UndeliveredItem(
                each.due.Id, each.due.InstanceId, new Text("Việc đến hạn tự động", "What happens when time is up"), each.CorrelationId,
                each.due.LastError, each.due.Attempts, each.due.DueAt, each.due.Owner)),
        ];
    }

    private static string? CodeOf(string instanceId, string? code) => instanceId == MessageRow.NoDossier ? null : code;

    private Text NameOf(string topic) => topics.FirstOrDefault(each => each.Topic == topic)?.Name ?? new Text(topic, topic);
}
