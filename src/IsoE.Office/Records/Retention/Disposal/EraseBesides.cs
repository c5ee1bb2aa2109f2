using IsoE.Office.Dossiers;
using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Retention.Disposal;

/// <summary>Has every capability erase what it keeps about a dossier that was destroyed.</summary>
internal sealed class EraseBesides(OfficeDb db, IEnumerable<IErasesBesides> others) : IOutboxConsumer
{
    public const string Topic = "erase-besides";

    public async Task Deliver(OutboxItem item, CancellationToken cancel)
    {
        var row = await db.Set<DossierRow>().AsNoTracking().SingleAsync(dossier => dossier.InstanceId == item.InstanceId, cancel);
        var by = await db.History.AsNoTracking().Where(fact => fact.InstanceId == item.InstanceId && fact.Type == HistoryChain.Erasure)
            .OrderByDescending(fact => fact.Sequence).Select(fact => fact.ActorId).FirstAsync(cancel);
        var erased = new ErasedDossier(row.AgencyId, row.InstanceId, row.Code, row.NationalCode, by, $"{row.ErasedByList}: {row.ErasedGround}");
        foreach (var other in others) await other.Run(erased, cancel);
    }
}
