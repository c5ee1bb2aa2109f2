using IsoE.Office.Instances;
using IsoE.Office.Storage.Outbox;

namespace IsoE.Office.Dossiers;

/// <summary>A submission that was sent back and not completed in the set time is stopped .</summary>
internal sealed class StopUncompleted(InstanceRunner instances) : IOutboxConsumer
{
    public const string Topic = "completion-missed";

    public Task Deliver(OutboxItem item, CancellationToken cancel) => instances.Run(
        new StepRequest(item.AgencyId, item.InstanceId, item.CommandId, StepRequest.System), Decide, cancel);

    private static void Decide(Step step)
    {
        // It may have been completed, or sent back once more with a later term, in between.
        if (OpenDossier.Get(step) is { AwaitsCheck: true, Business: BusinessState.AwaitingSupplement, CompletionDueAt: { } due } && due < step.Now)
            step.Record(new DossierStopped("Quá thời hạn bổ sung, hoàn thiện hồ sơ"));
    }
}
