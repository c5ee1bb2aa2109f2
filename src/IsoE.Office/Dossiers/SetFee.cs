using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.Dossiers;

/// <summary>Sets what the applicant has to pay. Who sets it does not collect it (SoD-3).</summary>
public sealed class SetFee(InstanceRunner instances, ProcedureLibrary procedures)
{
    private const decimal Most = 1_000_000_000_000m;

    /// <param name="amount">Whole đồng, 0 for an exemption.</param>
    /// <param name="statutory">How much of it is statutory fee (lệ phí); null leaves it to the fees of the procedure.</param>
    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-7</c>, <c>not-in-this-status</c>, <c>amount</c>, <c>statutory-part</c>.
    /// </exception>
    public Task<StepResult> Run(
        Actor actor, string dossierId, decimal amount, string? note, string commandId, CancellationToken cancel, decimal? statutory = null)
    {
        var whole = WholeAmount(amount, least: 0);
        if (statutory is { } typed && (typed > amount || typed < 0 || decimal.Truncate(typed) != typed))
            throw new RejectedException("statutory-part", new Text(
                $"Phần lệ phí phải là số nguyên từ 0 đến {Amounts.Show(whole)} đồng.", $"The statutory part has to be a whole amount from 0 to {Amounts.Show(whole)} đồng."))
            { Field = "Statutory" };
        return instances.Run(new StepRequest(actor.AgencyId, dossierId, commandId, actor.PersonId), Decide, cancel);

        void Decide(Step step)
        {
            var dossier = OpenDossier.Get(step, actor, Right.SetFee, DossierAction.SetFee);
            var part = statutory is { } said
                ? decimal.ToInt64(said)
                : Fees.StatutoryPart(procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion).Procedure, whole);
            step.Record(new FeeSet(whole, note?.Trim(), part));
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
