using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Retention.Transfer;

/// <summary>After the answer: notes in each dossier that the archive has it, and removes the package.</summary>
internal sealed class EndTransfer(OfficeDb db, InstanceRunner instances, PackageFiles packages) : IOutboxConsumer
{
    public async Task Deliver(OutboxItem item, CancellationToken cancel)
    {
        var row = await db.Set<TransferRow>().AsNoTracking().SingleAsync(transfer => transfer.InstanceId == item.InstanceId, cancel);
        if (row.Status is TransferStatus.Received)
        {
            var told = new DossierHandedOver(row.InstanceId, row.Number, row.Archive, row.PackageSha256!, row.MadeByName, row.AnsweredByName!);
            var lines = await db.Set<TransferLineRow>().AsNoTracking().Where(line => line.InstanceId == row.InstanceId).OrderBy(line => line.DossierCode).ToListAsync(cancel);
            foreach (var line in lines)
                await instances.Run(new StepRequest(row.AgencyId, line.DossierId, $"transfer:{row.InstanceId}", StepRequest.System), step => step.Record(told), cancel);
        }

        packages.Remove(row.InstanceId);
    }
}
