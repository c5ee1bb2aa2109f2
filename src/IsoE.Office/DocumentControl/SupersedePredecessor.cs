using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.DocumentControl;

/// <summary>A document is in force: its predecessor no longer is, and those who work by it are asked to read it.</summary>
internal sealed class SupersedePredecessor(OfficeDb db, InstanceRunner instances, DistributeDocument distribute) : IOutboxConsumer
{
    public async Task Deliver(OutboxItem item, CancellationToken cancel)
    {
        var successor = await db.Set<DocumentRow>().AsNoTracking().SingleAsync(row => row.InstanceId == item.InstanceId, cancel);
        var before = await db.Set<DocumentRow>().AsNoTracking()
            .Where(row => row.Code == successor.Code && row.Version < successor.Version && row.Status == DocumentStatus.InForce)
            .Select(row => row.InstanceId).ToListAsync(cancel);
        foreach (var predecessor in before)
            await instances.Run(
                DocumentSteps.Request(item.AgencyId, predecessor, item.CommandId, StepRequest.System),
                step => Decide(step, successor.Version),
                cancel);
        await distribute.ToThoseWhoWorkByIt(item.AgencyId, successor.Code, successor.Version, item.CommandId, cancel);
    }

    private static void Decide(Step step, int by)
    {
        if (step.Find<DocumentRow>() is { Status: DocumentStatus.InForce })
            step.Record(new DocumentSuperseded(by));
    }
}
