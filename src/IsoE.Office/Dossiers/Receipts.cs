using System.Globalization;
using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Workflows;

namespace IsoE.Office.Dossiers;

/// <summary>Receipts for money, numbered by year without gaps.</summary>
internal static class Receipts
{
    /// <summary>The series of which receipts of that moment take their numbers.</summary>
    public static string SeriesOf(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"receipt-{VietnamTime.DateOf(at).Year}");

    /// <summary>Records money received under a new receipt number.</summary>
    /// <exception cref="RejectedException"><c>overpaid</c>: less than this is still to be paid.</exception>
    public static PaymentReceived Issue(Step step, DossierRow dossier, long amount, string means)
    {
        var open = dossier.AmountDue - dossier.AmountPaid;
        if (dossier.AmountDue > 0 && amount > open)
            throw new RejectedException("overpaid", new Text(
                $"Hồ sơ chỉ còn phải nộp {Amounts.Show(open)} đồng.", $"Only {Amounts.Show(open)} đồng are still to be paid."))
            { Field = nameof(PaymentForm.Amount) };
        var number = step.NextNumber(SeriesOf(step.Now));
        var receipt = new PaymentReceived(
            string.Create(CultureInfo.InvariantCulture, $"BL{VietnamTime.DateOf(step.Now).Year}-{number:000000}"), amount, means);
        step.Record(receipt);
        return receipt;
    }
}
