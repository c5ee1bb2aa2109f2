using System.Text.Json;
using System.Text.Json.Nodes;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using Waiting = IsoE.Workflows.Execution.Pauses;

namespace IsoE.Office.Cashiers;

/// <summary>Completing the step that waits for a payment is receiving the money: it issues the receipt and enters its number.</summary>
internal sealed class PaymentEntry(CashDesk desk) : ITaskEntry
{
    public const string Receipt = "receiptNumber";
    public const string Amount = "amount";
    public const string Means = "method";

    public IReadOnlyCollection<string> FilledIn(UserTask wait) => IsPayment(wait) ? [Receipt] : [];

    public JsonElement Enter(Step step, UserTask wait, string outcome, JsonElement values)
    {
        if (!IsPayment(wait) || outcome != WaitingFor.Regular(wait) || step.Find<DossierRow>() is not { } dossier) return values;
        var entered = JsonObject.Create(values)!;
        // The command that records payments has issued the receipt already.
        var known = step.Events.Select(each => each.Fact).OfType<PaymentReceived>().LastOrDefault();
        entered[Receipt] = known?.ReceiptNumber ?? Collect(step, dossier, entered)?.ReceiptNumber ?? dossier.ReceiptNumber;
        return JsonSerializer.SerializeToElement(entered);
    }

    /// <summary>Null when everything had been paid before.</summary>
    private PaymentReceived? Collect(Step step, DossierRow dossier, JsonObject entered)
    {
        var open = dossier.AmountDue - dossier.AmountPaid;
        var amount = entered[Amount] is { } typed ? SetFee.WholeAmount(typed.GetValue<decimal>(), least: 0) : open;
        if (amount < open) throw new RejectedException("underpaid", new Text(
            $"Hồ sơ còn phải nộp {Amounts.Show(open)} đồng. Nếu người nộp chỉ trả một phần, dùng “Thu tiền” trên trang hồ sơ.",
            $"{Amounts.Show(open)} đồng are still to be paid. If only a part is paid, use “Record a payment” on the dossier's page."))
        { Field = Amount };
        return amount == 0 ? null : desk.Issue(step, dossier, amount, entered[Means]?.GetValue<string>() ?? RecordPayment.Cash);
    }

    private static bool IsPayment(UserTask wait) => DossierReactions.PauseOf(wait) == Waiting.Payment;
}
