using System.Globalization;
using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using Waiting = IsoE.Workflows.Execution.Pauses;

namespace IsoE.Office.Dossiers;

/// <summary>Money received.</summary>
/// <param name="Amount">Whole đồng.</param>
/// <param name="Means"><c>cash</c> or <c>transfer</c>.</param>
/// <param name="Values">Values of the waiting task's form; receipt number and amount are filled in where it asks for them.</param>
public sealed record PaymentForm(string DossierId, decimal Amount, string Means, JsonElement Values, string CommandId);

/// <summary>Records a payment with a receipt number without gaps; a procedure that waits for the money goes on.</summary>
public sealed class RecordPayment(SegregatedStep steps, WaitingFor waiting, TaskForms forms, TimeProvider clock)
{
    private static readonly string[] AllMeans = ["cash", "transfer"];

    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-3</c>, <c>sod-7</c>, <c>not-in-this-status</c>, <c>amount</c>,
    /// <c>means</c>, <c>overpaid</c>, and those of <see cref="CompleteTask"/>.
    /// </exception>
    public Task<StepResult> Run(Actor actor, PaymentForm form, CancellationToken cancel)
    {
        var amount = SetFee.WholeAmount(form.Amount, least: 1);
        if (!AllMeans.Contains(form.Means))
            throw new RejectedException("means", new Text(
                "Chọn hình thức: tiền mặt hoặc chuyển khoản.", "Choose the means: cash or transfer."))
            { Field = nameof(form.Means) };
        var at = Instant.ToStored(clock.GetUtcNow());
        var request = new StepRequest(actor.AgencyId, form.DossierId, form.CommandId, actor.PersonId) { At = at, Series = [Series(at)] };
        return steps.Run(request, step => Decide(step, actor, form, amount), cancel);
    }

    private Obstacle? Decide(Step step, Actor actor, PaymentForm form, long amount)
    {
        var dossier = OpenDossier.Get(step, actor, Right.CollectFee, DossierAction.RecordPayment);
        if (DossierDeeds.OnCollecting(dossier, actor) is { } breach) return new Obstacle(breach, Roles.Cashier, null);
        RefuseOverpayment(dossier, amount);
        var receipt = Number(step);
        step.Record(new PaymentReceived(receipt, amount, form.Means));
        return dossier.AmountPaid + amount >= dossier.AmountDue
            ? waiting.Resume(step, actor, Waiting.Payment, null, Filled(step, dossier, form, amount, receipt))
            : null;
    }

    private static string Series(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"receipt-{VietnamTime.DateOf(at).Year}");

    private static string Number(Step step)
    {
        var number = step.NextNumber(Series(step.Now));
        return string.Create(CultureInfo.InvariantCulture, $"BL{VietnamTime.DateOf(step.Now).Year}-{number:000000}");
    }

    private JsonElement Filled(Step step, DossierRow dossier, PaymentForm form, long amount, string receipt) =>
        forms.WithKnown(step, WaitingFor.FormOf(step, Waiting.Payment), form.Values, new Dictionary<string, object?>
        {
            ["receiptNumber"] = receipt,
            ["amount"] = dossier.AmountPaid + amount,
            ["method"] = form.Means,
        });

    private static void RefuseOverpayment(DossierRow dossier, long amount)
    {
        var open = dossier.AmountDue - dossier.AmountPaid;
        if (dossier.AmountDue > 0 && amount > open)
            throw new RejectedException("overpaid", new Text(
                $"Hồ sơ chỉ còn phải nộp {Amounts.Show(open)} đồng.", $"Only {Amounts.Show(open)} đồng are still to be paid."))
            { Field = nameof(PaymentForm.Amount) };
    }
}
