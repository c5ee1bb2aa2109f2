using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Cashiers;

/// <summary>Asks for money of a receipt to be given back, with the reason.</summary>
public sealed class ProposeRefund(InstanceRunner instances)
{
    /// <param name="number">The receipt.</param>
    /// <param name="amount">Whole đồng, at most what is left of the receipt.</param>
    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-7</c>, <c>sod-10</c>, <c>reason-missing</c>, <c>amount</c>, <c>receipt-none</c>,
    /// <c>refund-too-much</c>, <c>refund-open</c>.
    /// </exception>
    public Task<StepResult> Run(
        Actor actor, string dossierId, string number, decimal amount, string reason, string commandId, CancellationToken cancel)
    {
        var given = OpenDossier.Reason(reason);
        var whole = SetFee.WholeAmount(amount, least: 1);
        var request = new StepRequest(actor.AgencyId, dossierId, commandId, actor.PersonId) { Also = [typeof(ReceiptRow), typeof(RefundRow)] };
        return instances.Run(request, Decide, cancel);

        void Decide(Step step)
        {
            RefundSteps.Require(step, actor, Right.CancelReceipt);
            var receipt = CancelReceipt.Find(step, number);
            var left = receipt.Amount - receipt.Refunded;
            if (whole > left) throw new RejectedException("refund-too-much", new Text(
                $"Biên lai {receipt.Number} chỉ còn {Amounts.Show(left)} đồng để hoàn.",
                $"Only {Amounts.Show(left)} đồng of receipt {receipt.Number} are left to be refunded."))
            { Field = "Amount" };
            if (step.All<RefundRow>().Any(row => row.ReceiptNumber == receipt.Number && row.State is RefundState.Proposed or RefundState.Approved))
                throw new RejectedException("refund-open", new Text(
                    $"Đã có một đề nghị hoàn tiền của biên lai {receipt.Number} chưa xong.",
                    $"A refund of receipt {receipt.Number} is already under way."));
            step.Record(new RefundProposed($"{step.InstanceId}.{step.All<RefundRow>().Count + 1}", receipt.Number, whole, given));
        }
    }
}
