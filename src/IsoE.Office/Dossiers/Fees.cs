using System.Text.Json;
using IsoE.Office.Procedures;

namespace IsoE.Office.Dossiers;

/// <summary>What an applicant has to pay by the rules of the procedure.</summary>
public static class Fees
{
    /// <summary>The sum in whole đồng; null when a local decision or a person has to set part of it.</summary>
    /// <param name="answers">Case and dossier form, for formulas.</param>
    public static long? Total(Procedure procedure, FormAnswers answers) => Sum(procedure.Fees, answers);

    /// <summary>The part of it that is statutory fee (lệ phí); null as above.</summary>
    public static long? Statutory(Procedure procedure, FormAnswers answers) =>
        Total(procedure, answers) is null ? null : Sum(procedure.Fees.Where(fee => fee.Kind == FeeKind.Statutory), answers);

    /// <summary>The statutory part of an amount somebody set without saying so: all of it where the procedure knows no service fee.</summary>
    public static long StatutoryPart(Procedure procedure, long amount) =>
        procedure.Fees.Count > 0 && procedure.Fees.All(fee => fee.Kind == FeeKind.Statutory) ? amount : 0;

    /// <summary>One fee in whole đồng; null when it is not settled by amount or formula.</summary>
    public static long? Amount(Fee fee, FormAnswers answers)
    {
        if (fee.Amount is { } fixedAmount) return decimal.ToInt64(fixedAmount);
        return fee.Formula?.Evaluate(answers) is { ValueKind: JsonValueKind.Number } computed
            ? decimal.ToInt64(decimal.Round(computed.GetDecimal()))
            : null;
    }

    private static long? Sum(IEnumerable<Fee> fees, FormAnswers answers)
    {
        var sum = 0L;
        foreach (var fee in fees)
        {
            if (Amount(fee, answers) is not { } amount) return null;
            sum += amount;
        }

        return sum;
    }
}
