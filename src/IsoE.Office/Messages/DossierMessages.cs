using IsoE.Office.Dossiers;
using IsoE.Office.Messages.Templates;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Messages;

/// <summary>A message as lists show it, the address masked.</summary>
/// <param name="Sequence">Place in the dossier's history of what it tells of; null for one that was ordered apart.</param>
/// <param name="Address">Masked; empty where there is none.</param>
/// <param name="IsGivenUp">It was tried often enough: somebody has to look at it.</param>
/// <param name="Error">Why it has not gone yet; null when nothing has failed.</param>
public sealed record MessageLine(
    string Id, string InstanceId, string? Code, long? Sequence, MessageChannel Channel, Text Kind, string Address, MessageState State,
    bool IsGivenUp, string? Error, DateTimeOffset RequestedAt, DateTimeOffset? SentAt, string? Subject, string? Body);

/// <summary>Reads messages with their states.</summary>
public sealed class DossierMessages(OfficeDb db, MessageTemplates templates)
{
    /// <summary>The messages of one dossier, the first one first. Whoever may read the dossier may read them.</summary>
    public Task<IReadOnlyList<MessageLine>> Of(string dossierId, CancellationToken cancel) =>
        Read(db.Set<MessageRow>().Where(row => row.InstanceId == dossierId).OrderBy(row => row.RequestedAt).ThenBy(row => row.Id), cancel);

    internal async Task<IReadOnlyList<MessageLine>> Read(IQueryable<MessageRow> rows, CancellationToken cancel)
    {
        var read = await (
            from row in rows.AsNoTracking()
            join item in db.Outbox.AsNoTracking().Where(each => each.Topic == MessageProjection.SendTopic) on row.Id equals item.Key into items
            from item in items.DefaultIfEmpty()
            join dossier in db.Set<DossierRow>().AsNoTracking() on row.InstanceId equals dossier.InstanceId into dossiers
            from dossier in dossiers.DefaultIfEmpty()
            select new { row, Status = (OutboxStatus?)item.Status, item.LastError, dossier.Code }).ToListAsync(cancel);
        return [.. read.Select(each => Line(each.row, each.Status, each.LastError, each.Code))];
    }

    private MessageLine Line(MessageRow row, OutboxStatus? status, string? error, string? code) => new(
        row.Id,
        row.InstanceId,
        code,
        row.Sequence,
        row.Channel,
        templates.All.GetValueOrDefault(row.Kind)?.Name ?? new Text(row.Kind, row.Kind),
        Shown(row),
        row.Status,
        row.Status is MessageState.Pending && status is OutboxStatus.Dead,
        row.Status is MessageState.Pending ? error : null,
        row.RequestedAt,
        row.SentAt,
        row.Subject,
        row.Body);

    private static string Shown(MessageRow row) => string.Join(
        ", ", (row.SentTo ?? row.Address ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Addresses.Mask));
}
