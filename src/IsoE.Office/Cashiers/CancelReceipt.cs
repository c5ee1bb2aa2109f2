using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Tasks;
using IsoE.Workflows;

namespace IsoE.Office.Cashiers;

/// <summary>
/// Cancels a receipt and gives its money back, as long as the day of its cashier is not closed; after that only a refund
/// is possible. A cashier does not cancel the own one (SoD-4). The number stays visible with the reason.
/// </summary>
public sealed class CancelReceipt(SegregatedStep steps)
{
    /// <param name="number">The receipt; null takes the last valid one of the dossier.</param>
    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-4</c>, <c>sod-7</c>, <c>not-in-this-status</c>, <c>reason-missing</c>,
    /// <c>receipt-none</c>, <c>receipt-refunded</c>, <c>day-closed</c>.
    /// </exception>
    public Task<StepResult> Run(
        Actor actor, string dossierId, string reason, string commandId, CancellationToken cancel, string? number = null)
    {
        var given = OpenDossier.Reason(reason);
        var request = new StepRequest(actor.AgencyId, dossierId, commandId, actor.PersonId) { Also = [typeof(ReceiptRow), typeof(RefundRow)] };
        return steps.Run(request, Decide, cancel);

        Obstacle? Decide(Step step)
        {
            OpenDossier.Get(step, actor, Right.CancelReceipt, DossierAction.CancelReceipt);
            var receipt = Find(step, number);
            if (Segregation.OnCancelling(actor, receipt.CashierId) is { } breach) return new Obstacle(breach, Roles.Cashier, null);
            if (step.All<RefundRow>().Any(row => row.ReceiptNumber == receipt.Number && row.State != RefundState.Refused))
                throw new RejectedException("receipt-refunded", new Text(
                    $"Biên lai {receipt.Number} đang được hoàn hoặc đã hoàn tiền nên không hủy được.",
                    $"Receipt {receipt.Number} has been or is being refunded: it cannot be cancelled."));
            var line = CashDay.NextLine(step, receipt.CashierId, receipt.IssuedOn);
            step.Record(new ReceiptCancelled(receipt.Number, given, receipt.Amount, receipt.CashierId, line));
            return null;
        }
    }

    /// <exception cref="RejectedException"><c>receipt-none</c>.</exception>
    internal static ReceiptRow Find(Step step, string? number) =>
        step.All<ReceiptRow>().Where(row => row.IsValid && (number is null || row.Number == number)).MaxBy(row => row.IssuedAt)
        ?? throw new RejectedException("receipt-none", new Text(
            "Hồ sơ không có biên lai nào đang có hiệu lực.", "The dossier has no valid receipt."));
}
