using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Cashiers;

/// <summary>Pays an approved refund out; it stands in the journal of the cashier who pays.</summary>
public sealed class PayRefund(InstanceRunner instances)
{
    /// <param name="means"><c>cash</c> or <c>transfer</c>.</param>
    /// <param name="receiver">Who takes the money.</param>
    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-7</c>, <c>sod-10</c>, <c>refund-unknown</c>, <c>refund-state</c>, <c>means</c>,
    /// <c>receiver-missing</c>, <c>day-closed</c>.
    /// </exception>
    public Task<StepResult> Run(Actor actor, string refundId, string means, string receiver, string commandId, CancellationToken cancel)
    {
        RecordPayment.CheckMeans(means);
        if (string.IsNullOrWhiteSpace(receiver))
            throw new RejectedException("receiver-missing", new Text("Nhập họ tên người nhận tiền.", "Enter who takes the money.")) { Field = "Receiver" };
        var request = new StepRequest(actor.AgencyId, RefundSteps.InstanceOf(refundId), commandId, actor.PersonId)
        {
            Also = [typeof(ReceiptRow), typeof(RefundRow)],
        };
        return instances.Run(request, Decide, cancel);

        void Decide(Step step)
        {
            RefundSteps.Require(step, actor, Right.CollectFee);
            var refund = RefundSteps.Get(step, refundId, RefundState.Approved);
            var receipt = step.All<ReceiptRow>().Single(row => row.Number == refund.ReceiptNumber);
            // The service fee is given back first; what is left is statutory fee.
            var statutory = Math.Max(0, receipt.Refunded + refund.Amount - receipt.Service) - Math.Max(0, receipt.Refunded - receipt.Service);
            step.Record(new RefundPaid(
                refundId, receipt.Number, refund.Amount, statutory, means, VietnameseText.Compose(receiver.Trim()), CashDay.NextLine(step, step.Actor)));
        }
    }
}
