using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Storage.Outbox;

namespace IsoE.Office.DocumentControl;

/// <summary>The first day of a published document, or its first day out of force, has come.</summary>
internal sealed class KeepEffectiveDate(InstanceRunner instances) : IOutboxConsumer
{
    public Task Deliver(OutboxItem item, CancellationToken cancel) => instances.Run(
        DocumentSteps.Request(item.AgencyId, item.InstanceId, item.CommandId, StepRequest.System), Decide, cancel);

    private static void Decide(Step step)
    {
        switch (step.Find<DocumentRow>())
        {
            case { Status: DocumentStatus.Approved, EffectiveFrom: not null }:
                step.Record(new DocumentCameIntoForce());
                break;
            case { Status: DocumentStatus.InForce, ObsoleteFrom: { } day } when day <= VietnamTime.DateOf(step.Now):
                step.Record(new DocumentBecameObsolete());
                break;
        }
    }
}
