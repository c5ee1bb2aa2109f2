using IsoE.Office.Instances;
using IsoE.Office.Storage;

namespace IsoE.Office.Dossiers.Keeping;

/// <summary>Erases instances that belong to a dossier.</summary>
internal static class ErasingBesides
{
    /// <summary>Erases everything an instance says; the second time nothing.</summary>
    public static Task<StepResult> EraseBesides(this InstanceRunner instances, ErasedDossier dossier, string instanceId, CancellationToken cancel) => instances.Run(
        new StepRequest(dossier.AgencyId, instanceId, $"erase:{dossier.InstanceId}", dossier.ActorId) { Also = [typeof(HistoryRow)] },
        step => step.EraseAll(_ => false, [], dossier.Ground),
        cancel);
}
