using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Dossiers;

/// <summary>Sets what the applicant has to pay. Who sets it does not collect it (SoD-3).</summary>
public sealed class SetFee(InstanceRunner instances)
{
    private const decimal Most = 1_000_000_000_000m;

    /// <param name="amount">Whole đồng, 0 for an exemption.</param>
    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-7</c>, <c>not-in-this-status</c>, <c>amount</c>.
    /// </exception>
    public Task<StepResult> Run(
        Actor actor, string dossierId, decimal amount, string? note, string commandId, CancellationToken cancel)
    {
        var whole = WholeAmount(amount, least: 0);
        return instances.Run(new StepRequest(actor.AgencyId, dossierId, commandId, actor.PersonId), Decide, cancel);

        void Decide(Step step)
        {
            OpenDossier.Get(step, actor, Right.SetFee, DossierAction.SetFee);
            step.Record(new FeeSet(whole, note?.Trim()));
        }
    }

    /// <summary>The amount, if it is one.</summary>
    /// <exception cref="RejectedException"><c>amount</c>.</exception>
    internal static long WholeAmount(decimal amount, decimal least)
    {
        if (amount >= least && amount <= Most && decimal.Truncate(amount) == amount) return decimal.ToInt64(amount);
        throw new RejectedException("amount", new Text(
            "Nhập số tiền bằng đồng, không có số lẻ, ví dụ 75.000.", "Enter an amount in whole đồng, for example 75.000."))
        { Field = "Amount" };
    }
}
