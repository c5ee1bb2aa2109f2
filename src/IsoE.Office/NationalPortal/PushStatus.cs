using System.Globalization;
using CloudNative.CloudEvents;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Messages;
using IsoE.Office.NationalPortal.Adapters;
using IsoE.Office.Records;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.NationalPortal;

/// <summary>Tells the portal of one state of a dossier and waits for the acknowledgement; never before the states before it.</summary>
internal sealed class PushStatus(
    OfficeDb db, IPortalAdapter portal, InstanceRunner instances, MessageOptions addresses, TimeProvider clock) : IOutboxConsumer
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(2);

    public async Task Deliver(OutboxItem item, CancellationToken cancel)
    {
        var others = await Others(item, cancel);
        if (others.Exists(key => string.CompareOrdinal(key, item.Key) < 0)) throw new DeliverLaterException(clock.GetUtcNow() + Turn, "Chờ trạng thái trước được nhận");
        var sequence = PortalProjection.SequenceOf(item.Key);
        var status = await WithFiles(OfficeJson.Read<PortalStatus>(item.Payload), item.InstanceId, cancel);
        await portal.Push(Event(item, status, sequence), cancel);
        // With a newer state waiting, this acknowledgement is one of the past.
        if (others.Count == 0) await Acknowledge(item, sequence, status.Status, cancel);
    }

    /// <summary>The same event has the same id at every delivery: the other side drops what it has had.</summary>
    private CloudEvent Event(OutboxItem item, PortalStatus status, long sequence) => new(CloudEventsSpecVersion.V1_0, PortalExtensions.All)
    {
        Id = item.Key.Replace('/', '-'),
        Source = new Uri($"{addresses.PublicAddress}/agencies/{item.AgencyId}"),
        Type = PortalEventTypes.Status,
        Subject = status.Code,
        Time = clock.GetUtcNow(),
        DataContentType = "application/json",
        Data = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(OfficeJson.Write(status)),
        [PortalExtensions.Sequence] = sequence.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The keys of the dossier's other states that wait.</summary>
    private Task<List<string>> Others(OutboxItem item, CancellationToken cancel)
    {
        var (first, last) = (PortalProjection.KeyOf(item.InstanceId, 0), PortalProjection.KeyOf(item.InstanceId, 9_999_999_999));
        return db.Outbox
            .Where(row => row.Topic == PortalProjection.PushTopic && row.Status == OutboxStatus.Pending && row.Key != item.Key)
            .Where(row => string.Compare(row.Key, first) > 0 && string.Compare(row.Key, last) < 0)
            .Select(row => row.Key).ToListAsync(cancel);
    }

    private async Task<PortalStatus> WithFiles(PortalStatus status, string instanceId, CancellationToken cancel)
    {
        if (status.FinishedAt is null) return status;
        var files = await (
            from dossier in db.Set<DossierRow>().AsNoTracking()
            join record in db.Set<RecordRow>().AsNoTracking() on dossier.InstanceId equals record.InstanceId
            where dossier.InstanceId == instanceId && record.Code == dossier.ResultRecord
            orderby record.Sequence
            select new { record.TitleVi, record.Sha256, dossier.TrackingSecret }).ToListAsync(cancel);
        return status with { Files = [.. files.Select(file => new PortalFile(file.TitleVi, file.Sha256, addresses.TrackingAddress(file.TrackingSecret)))] };
    }

    private Task<StepResult> Acknowledge(OutboxItem item, long sequence, int status, CancellationToken cancel) => instances.Run(
        new StepRequest(item.AgencyId, item.InstanceId, item.CommandId, StepRequest.System),
        step =>
        {
            if (step.Find<DossierRow>()?.SyncSequence == sequence) step.Record(new NationalStatusAcknowledged(sequence, status));
        },
        cancel);
}
