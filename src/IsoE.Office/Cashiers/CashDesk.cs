using System.Globalization;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Cashiers;

/// <summary>Issues receipts, inside the step that receives the money: numbers have neither gaps nor doubles.</summary>
/// <remarks>A cashier takes numbers from the own books; an agency without open books, and the bank, from one electronic series a year.</remarks>
public sealed class CashDesk(OfficeDb db, ProcedureLibraries procedures)
{
    /// <summary>Records money received under a new receipt number.</summary>
    /// <param name="reference">The bank's reference of a transfer it gave notice of.</param>
    /// <exception cref="RejectedException">
    /// <c>overpaid</c>: less than this is still to be paid; <c>day-closed</c>; <c>book-none</c>: the cashier has no book with numbers left.
    /// </exception>
    public PaymentReceived Issue(Step step, DossierRow dossier, long amount, string means, string? reference = null)
    {
        var open = dossier.AmountDue - dossier.AmountPaid;
        if (dossier.AmountDue > 0 && amount > open)
            throw new RejectedException("overpaid", new Text(
                $"Hồ sơ chỉ còn phải nộp {Amounts.Show(open)} đồng.", $"Only {Amounts.Show(open)} đồng are still to be paid."))
            { Field = nameof(PaymentForm.Amount) };
        var line = CashDay.NextLine(step, step.Actor);
        var (number, book) = NextNumber(step);
        var receipt = new PaymentReceived(number, amount, means, StatutoryOf(dossier, amount), line, book, reference);
        step.Record(receipt);
        return receipt;
    }

    private long StatutoryOf(DossierRow dossier, long amount) => dossier.AmountDue > 0
        ? dossier.StatutoryPartOf(amount)
        : Fees.StatutoryPart(procedures.Of(dossier.AgencyId).Get(dossier.ProcedureCode, dossier.ProcedureVersion).Procedure, amount);

    private (string Number, string? BookId) NextNumber(Step step)
    {
        if (step.Actor == Actor.SystemId || OpenBooks() is not { Count: > 0 } books) return (Electronic(step), null);
        foreach (var book in books.Where(book => book.CashierId == step.Actor).OrderBy(book => book.IssuedAt).ThenBy(book => book.Id, StringComparer.Ordinal))
            if (step.LastNumber(book.Series) < book.Count) return (book.NumberAt(step.NextNumber(book.Series)), book.Id);
        throw new RejectedException("book-none", new Text(
            "Anh/chị không còn số biên lai nào. Đề nghị phụ trách Bộ phận Một cửa cấp quyển biên lai mới (Thu ngân, Quyển biên lai).",
            "You have no receipt numbers left. Ask the head of the counter for a new book (Cashier, Receipt books)."));
    }

    // The decision of a step cannot wait; the few open books of an agency are read at once.
    private List<ReceiptBookRow> OpenBooks() => [.. db.Set<ReceiptBookRow>().AsNoTracking().Where(book => book.ClosedAt == null)];

    private static string Electronic(Step step)
    {
        var year = VietnamTime.DateOf(step.Now).Year;
        var number = step.NextNumber(string.Create(CultureInfo.InvariantCulture, $"receipt-{year}"));
        return string.Create(CultureInfo.InvariantCulture, $"BL{year}-{number:000000}");
    }
}
