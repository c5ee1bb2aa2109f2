using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.NationalPortal.Reconciliation;

/// <summary>Tells the portal again where a dossier stands now.</summary>
public sealed class PushAgain(InstanceRunner instances)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>dossier-unknown</c>, <c>portal-local</c>: the dossier is not told to the portal.</exception>
    public Task<StepResult> Run(Actor actor, string dossierId, string commandId, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReconcilePortal);
        return instances.Run(new StepRequest(actor.AgencyId, dossierId, commandId, actor.PersonId), Decide, cancel);

        void Decide(Step step)
        {
            if (OpenDossier.Get(step).Sync is SyncState.Local)
                throw new RejectedException("portal-local", new Text(
                    "Hồ sơ này không đồng bộ với Cổng Dịch vụ công quốc gia.", "This dossier is not told to the national portal."));
            step.Record(new NationalStatusToldAgain(actor.Name));
        }
    }
}
