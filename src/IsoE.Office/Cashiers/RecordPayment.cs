using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using Waiting = IsoE.Workflows.Execution.Pauses;

namespace IsoE.Office.Cashiers;

/// <summary>Money received.</summary>
/// <param name="Amount">Whole đồng.</param>
/// <param name="Means"><c>cash</c> or <c>transfer</c>.</param>
/// <param name="Values">Further values of the waiting task's form; amount and means are filled in where it asks for them.</param>
/// <param name="Reference">The bank's reference of a transfer it gave notice of; null otherwise.</param>
public sealed record PaymentForm(
    string DossierId, decimal Amount, string Means, JsonElement Values, string CommandId, string? Reference = null);

/// <summary>Records a payment with a receipt number without gaps; a procedure that waits for the money goes on.</summary>
public sealed class RecordPayment(SegregatedStep steps, WaitingFor waiting, TaskForms forms, CashDesk desk, TimeProvider clock)
{
    public const string Cash = "cash";
    public const string Transfer = "transfer";

    private static readonly string[] AllMeans = [Cash, Transfer];

    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-3</c>, <c>sod-7</c>, <c>not-in-this-status</c>, <c>amount</c>,
    /// <c>means</c>, <c>overpaid</c>, <c>day-closed</c>, <c>book-none</c>, and those of <see cref="CompleteTask"/>.
    /// </exception>
    public Task<StepResult> Run(Actor actor, PaymentForm form, CancellationToken cancel)
    {
        var amount = SetFee.WholeAmount(form.Amount, least: 1);
        CheckMeans(form.Means);
        var at = Instant.ToStored(clock.GetUtcNow());
        var request = new StepRequest(actor.AgencyId, form.DossierId, form.CommandId, actor.PersonId)
        {
            At = at,
            Series = [CashDay.SeriesOf(actor.PersonId, VietnamTime.DateOf(at))],
        };
        return steps.Run(request, step => Decide(step, actor, form, amount), cancel);
    }

    /// <exception cref="RejectedException"><c>means</c>.</exception>
    internal static void CheckMeans(string means)
    {
        if (!AllMeans.Contains(means)) throw new RejectedException("means", new Text(
            "Chọn hình thức: tiền mặt hoặc chuyển khoản.", "Choose the means: cash or transfer."))
        { Field = nameof(PaymentForm.Means) };
    }

    private Obstacle? Decide(Step step, Actor actor, PaymentForm form, long amount)
    {
        var dossier = OpenDossier.Get(step, actor, Right.CollectFee, DossierAction.RecordPayment);
        if (DossierDeeds.OnCollecting(dossier, actor) is { } breach) return new Obstacle(breach, Roles.Cashier, null);
        desk.Issue(step, dossier, amount, form.Means, form.Reference);
        return dossier.AmountPaid + amount >= dossier.AmountDue
            ? waiting.Resume(step, actor, Waiting.Payment, null, Filled(step, dossier, form, amount))
            : null;
    }

    private JsonElement Filled(Step step, DossierRow dossier, PaymentForm form, long amount) =>
        forms.WithKnown(step, WaitingFor.FormOf(step, Waiting.Payment), form.Values, new Dictionary<string, object?>
        {
            [PaymentEntry.Amount] = dossier.AmountPaid + amount,
            [PaymentEntry.Means] = form.Means,
        });
}
