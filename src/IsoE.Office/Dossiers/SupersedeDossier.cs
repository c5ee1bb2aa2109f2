using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>Ends the dossier of a receipt that was superseded.</summary>
internal sealed class SupersedeDossier(InstanceRunner instances) : IOutboxConsumer
{
    public Task Deliver(OutboxItem item, CancellationToken cancel)
    {
        var superseded = OfficeJson.Read<DossierSuperseded>(item.Payload);
        return instances.Run(new StepRequest(item.AgencyId, item.Key, item.CommandId, StepRequest.System), Decide, cancel);

        void Decide(Step step)
        {
            // Somebody may have ended it in between.
            if (NationalStatus.IsFinal(OpenDossier.Get(step).NationalStatus)) return;
            step.Record(superseded);
            step.Send(new CancelWorkflow(item.CommandId, step.Now, new Text($"Thay bằng {superseded.ByCode}", $"Superseded by {superseded.ByCode}")));
        }
    }
}
