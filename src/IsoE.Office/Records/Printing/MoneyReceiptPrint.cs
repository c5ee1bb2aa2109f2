using IsoE.Documents.Forms;
using IsoE.Office.Cashiers;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;

namespace IsoE.Office.Records.Printing;

/// <summary>The receipt for money: service fee and statutory fee apart.</summary>
internal static class MoneyReceiptPrint
{
    public static MoneyReceipt Of(DossierMoment moment, RecordRow record)
    {
        var paid = (PaymentReceived)moment.History.Single(known => known.Sequence == record.Sequence).Fact;
        return new MoneyReceipt
        {
            Head = moment.CounterHead("", record.IssuedAt),
            Number = paid.ReceiptNumber,
            Payer = moment.Dossier.ApplicantName,
            Address = moment.Dossier.Address ?? "",
            Code = moment.Dossier.Code,
            Purpose = moment.Procedure.Name.Vi,
            Lines = [.. Lines(paid)],
            Total = Wording.Number(paid.Amount),
            InWords = SpelledNumber.Dong(paid.Amount),
            Means = paid.Means == RecordPayment.Cash ? "Tiền mặt" : paid.Reference is { } reference ? $"Chuyển khoản, mã giao dịch {reference}" : "Chuyển khoản",
            ReceivedAt = DossierMoment.TimeAndDate(record.IssuedAt),
            Cashier = record.IssuedBy == Actor.SystemId ? "Ngân hàng báo có" : moment.NameOf(record.IssuedBy),
        };
    }

    private static IEnumerable<MoneyLine> Lines(PaymentReceived paid)
    {
        if (paid.Statutory > 0) yield return new MoneyLine("Lệ phí", Wording.Number(paid.Statutory));
        if (paid.Amount > paid.Statutory) yield return new MoneyLine("Phí", Wording.Number(paid.Amount - paid.Statutory));
    }
}
