using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Tasks;
using IsoE.Workflows;

namespace IsoE.Office.Dossiers;

/// <summary>Cancels the receipt of a dossier. A cashier does not cancel the own one (SoD-4).</summary>
public sealed class CancelReceipt(SegregatedStep steps)
{
    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-4</c>, <c>sod-7</c>, <c>not-in-this-status</c>, <c>reason-missing</c>,
    /// <c>receipt-none</c>.
    /// </exception>
    public Task<StepResult> Run(Actor actor, string dossierId, string reason, string commandId, CancellationToken cancel)
    {
        var given = OpenDossier.Reason(reason);
        return steps.Run(new StepRequest(actor.AgencyId, dossierId, commandId, actor.PersonId), Decide, cancel);

        Obstacle? Decide(Step step)
        {
            var dossier = OpenDossier.Get(step, actor, Right.CancelReceipt, DossierAction.CancelReceipt);
            if (dossier is not { ReceiptNumber: { } receipt, CollectedBy: { } collector })
                throw new RejectedException("receipt-none", new Text(
                    "Hồ sơ không có biên lai nào đang có hiệu lực.", "The dossier has no valid receipt."));
            if (Segregation.OnCancelling(actor, collector) is { } breach) return new Obstacle(breach, Roles.Cashier, null);
            step.Record(new ReceiptCancelled(receipt, given));
            return null;
        }
    }
}
