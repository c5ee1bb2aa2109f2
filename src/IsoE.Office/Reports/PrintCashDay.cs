using System.Globalization;
using IsoE.Documents.Forms;
using IsoE.Documents.Sheets;
using IsoE.Documents.Typesetting;
using IsoE.Office.Calendars;
using IsoE.Office.Cashiers;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Records;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Wording = IsoE.Documents.Forms.Wording;

namespace IsoE.Office.Reports;

/// <summary>The report of a cashier's day: its journal, the sums, the count and the cancelled receipts.</summary>
public sealed class PrintCashDay(OfficeDb db, ReadCashDay days, Typesetter typesetter)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<PrintedDocument> Run(Actor actor, string cashierId, DateOnly on, CancellationToken cancel)
    {
        var journal = await days.Run(actor, cashierId, on, cancel);
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == actor.AgencyId, cancel);
        var upper = await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == agency.ParentId, cancel);
        var receipts = await db.Set<ReceiptRow>().AsNoTracking()
            .Where(row => row.CashierId == cashierId && row.IssuedOn == on).ToListAsync(cancel);
        var codes = await CodesOf(journal, cancel);
        // A closed day always gives the same report; an open one is dated by its end.
        var at = journal.Closed?.ClosedAt ?? VietnamTime.ToInstant(on, new TimeOnly(23, 59));
        var form = new CashDayReport
        {
            Head = CompliancePrint.HeadOf(agency, upper, at, "vi"),
            Day = Wording.ShortDate(on),
            Cashier = journal.CashierName,
            Lines = [.. journal.Entries.Select(entry => Line(entry, codes))],
            Sums = [.. Sums(journal)],
            Cancelled = [.. receipts.Where(row => !row.IsValid).Select(row => $"{row.Number}: {row.CancelReason}")],
            Explanation = journal.Closed?.Explanation ?? "",
            ClosedAt = journal.Closed is { } closed ? Wording.TimeAndDate(VietnamTime.ToLocal(closed.ClosedAt)) : "",
        };
        var pdf = await typesetter.Render(form.ToJob(at, overrides: agency.Id), cancel);
        return new PrintedDocument(pdf, string.Create(CultureInfo.InvariantCulture, $"cash-day-{on:yyyyMMdd}.pdf"));
    }

    /// <summary>The same journal and sums as a workbook; money in whole đồng.</summary>
    /// <param name="language"><c>vi</c> or <c>en</c>.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<byte[]> Sheets(Actor actor, string cashierId, DateOnly on, string language, CancellationToken cancel)
    {
        var journal = await days.Run(actor, cashierId, on, cancel);
        var codes = await CodesOf(journal, cancel);
        return Sheet.Workbook(
        [
            new Sheet(In("Sổ thu", "Journal"),
                [In("Dòng", "Line"), In("Giờ", "Time"), In("Biên lai", "Receipt"), In("Hồ sơ", "Dossier"), In("Loại", "Movement"), In("Hình thức", "Means"), In("Lệ phí", "Statutory fee"), In("Phí", "Service fee"), In("Cộng", "Total")],
                [.. journal.Entries.Select(entry => (IReadOnlyList<object?>)
                    [entry.Line, VietnamTime.ToLocal(entry.At).ToString("HH:mm", CultureInfo.InvariantCulture), entry.ReceiptNumber, codes.GetValueOrDefault(entry.InstanceId), MovementIn(entry.Movement), MeansIn(entry.Means),
                        entry.Statutory, entry.Amount - entry.Statutory, entry.Amount])]),
            new Sheet(In("Cộng", "Sums"),
                [In("Khoản", "Item"), In("Số tiền", "Amount")],
                [
                    [In("Lệ phí", "Statutory fees"), journal.Statutory], [In("Phí", "Service fees"), journal.Service], [In("Chuyển khoản", "Transfers"), journal.Transfers], [In("Tiền mặt theo sổ", "Cash by the journal"), journal.Cash],
                    .. journal.Closed is { } closed
                        ? new IReadOnlyList<object?>[] { [In("Tiền mặt kiểm đếm", "Cash counted"), closed.CashCounted], [In("Chênh lệch", "Difference"), closed.Difference], [In("Giải trình", "Explanation"), closed.Explanation] }
                        : [],
                ]),
        ]);

        string In(string vi, string en) => language == "en" ? en : vi;

        string MovementIn(CashMovement movement) => movement switch
        {
            CashMovement.Cancelled => In("Hủy", "Cancelled"),
            CashMovement.Refunded => In("Hoàn", "Refunded"),
            _ => In("Thu", "Received"),
        };

        string MeansIn(string means) => means == RecordPayment.Cash ? In("Tiền mặt", "Cash") : In("Chuyển khoản", "Transfer");
    }

    private async Task<Dictionary<string, string>> CodesOf(CashJournal journal, CancellationToken cancel)
    {
        var ids = journal.Entries.Select(entry => entry.InstanceId).Distinct().ToList();
        return await db.Set<DossierRow>().AsNoTracking().Where(row => ids.Contains(row.InstanceId))
            .ToDictionaryAsync(row => row.InstanceId, row => row.Code, cancel);
    }

    private static IEnumerable<MoneyLine> Sums(CashJournal journal)
    {
        yield return new("Lệ phí", Wording.Number(journal.Statutory));
        yield return new("Phí", Wording.Number(journal.Service));
        yield return new("Chuyển khoản", Wording.Number(journal.Transfers));
        yield return new("Tiền mặt theo sổ", Wording.Number(journal.Cash));
        if (journal.Closed is not { } closed) yield break;
        yield return new("Tiền mặt kiểm đếm", Wording.Number(closed.CashCounted));
        yield return new("Chênh lệch", Wording.Number(closed.Difference));
    }

    private static CashLine Line(CashEntryRow entry, Dictionary<string, string> codes) => new(
        entry.Line.ToString(CultureInfo.InvariantCulture),
        VietnamTime.ToLocal(entry.At).ToString("HH:mm", CultureInfo.InvariantCulture),
        entry.ReceiptNumber,
        codes.GetValueOrDefault(entry.InstanceId, ""),
        entry.Movement switch { CashMovement.Cancelled => "Hủy", CashMovement.Refunded => "Hoàn", _ => "Thu" },
        entry.Means == RecordPayment.Cash ? "TM" : "CK",
        Wording.Number(entry.Statutory),
        Wording.Number(entry.Amount - entry.Statutory),
        Wording.Number(entry.Amount));
}
