using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Tasks;

namespace IsoE.Office.Cashiers;

/// <summary>Approves or refuses a refund. Neither who proposed it nor who issued the receipt decides (SoD-4).</summary>
public sealed class DecideRefund(SegregatedStep steps)
{
    /// <param name="note">Needed for a refusal.</param>
    /// <exception cref="IsoE.Workflows.RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-4</c>, <c>sod-7</c>, <c>sod-10</c>, <c>refund-unknown</c>, <c>refund-state</c>, <c>reason-missing</c>.
    /// </exception>
    public Task<StepResult> Run(Actor actor, string refundId, bool isApproved, string? note, string commandId, CancellationToken cancel)
    {
        var given = isApproved ? note?.Trim() : OpenDossier.Reason(note);
        var request = new StepRequest(actor.AgencyId, RefundSteps.InstanceOf(refundId), commandId, actor.PersonId)
        {
            Also = [typeof(ReceiptRow), typeof(RefundRow)],
        };
        return steps.Run(request, Decide, cancel);

        Obstacle? Decide(Step step)
        {
            RefundSteps.Require(step, actor, Right.DecideRefund);
            var refund = RefundSteps.Get(step, refundId, RefundState.Proposed);
            var cashier = step.All<ReceiptRow>().Single(row => row.Number == refund.ReceiptNumber).CashierId;
            if (Segregation.OnRefunding(actor, refund.ProposedBy, cashier) is { } breach) return new Obstacle(breach, Roles.OneStopHead, null);
            step.Record(new RefundDecided(refundId, isApproved, given));
            return null;
        }
    }
}
