using IsoE.Office.Cashiers;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Cashiers;

public sealed class CashierTests
{
    private static readonly PaymentAccount Account = new("H29.150", "970403", "Sacombank", "0011012345678", "UBND PHUONG AN HOA DONG");

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(DatabaseKind.Sqlite);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public void The_code_of_a_transfer_is_laid_out_as_the_specification_of_napas_says()
    {
        var text = VietQr.Of(Account, 180_000, "thanh toan đơn hàng");

        Assert.That(text, Is.EqualTo(
            "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62230819thanh toan don hang6304"
            + text[^4..]));
        // The example of the specification, checksum included.
        Assert.That(VietQr.Crc("00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang6304"), Is.EqualTo(0x2E2E));
    }

    [Test]
    public async Task Statutory_fee_and_service_fee_are_kept_apart_on_the_receipt()
    {
        var id = (await _bed.Receive()).InstanceId;
        await _bed.Do<SetFee>("specialist", (command, actor) => command.Run(actor, id, 90_000, null, _bed.NewCommand(), default, statutory: 60_000));

        var first = await _bed.Pay(id, amount: 50_000);
        var second = await _bed.Pay(id, amount: 40_000, means: "transfer");

        Assert.That((first.Statutory, second.Statutory), Is.EqualTo((50_000L, 10_000L)));
        Assert.That((await _bed.Dossier(id)).AmountOwed(), Is.Zero);
    }

    [Test]
    public async Task A_cancelled_number_stays_in_the_register_with_its_reason()
    {
        var id = (await _bed.Receive()).InstanceId;
        var receipt = await _bed.Pay(id);
        await _bed.Do<CancelReceipt>("onestop", (command, actor) => command.Run(actor, id, "Ghi sai họ tên", _bed.NewCommand(), default));
        var next = await _bed.Pay(id);

        var listed = await Receipts();
        Assert.That(listed.Select(row => (row.Number, row.CancelReason)), Is.EqualTo(new[]
        {
            (receipt.ReceiptNumber, "Ghi sai họ tên"), (next.ReceiptNumber, null!),
        }));
        Assert.That((await Day()).Cash, Is.EqualTo(100_000));
    }

    [Test]
    public async Task A_day_is_closed_on_a_count_that_is_explained_and_takes_nothing_more()
    {
        var id = (await _bed.Receive()).InstanceId;
        await _bed.Pay(id);
        await _bed.Pay((await _bed.Receive()).InstanceId, means: "transfer");

        var unexplained = await CashierBed.Refused(() => Close(90_000, null));
        await Close(90_000, "Thiếu do trả nhầm tiền lẻ");
        var late = (await _bed.Receive()).InstanceId;
        var paying = await CashierBed.Refused(() => _bed.Pay(late));
        var cancelling = await CashierBed.Refused(() => _bed.Do<CancelReceipt>("onestop", (command, actor) => command.Run(actor, id, "Nhầm", _bed.NewCommand(), default)));

        Assert.That((unexplained, paying, cancelling), Is.EqualTo(("difference-unexplained", "day-closed", "day-closed")));
        var closed = (await Day()).Closed!;
        Assert.That((closed.CashExpected, closed.CashCounted, closed.Difference, closed.Transfers), Is.EqualTo((100_000L, 90_000L, -10_000L, 100_000L)));
        await using var db = _bed.Office.OpenDb();
        Assert.That(() => db.Database.ExecuteSqlRawAsync("UPDATE cash_day SET cash_counted = 100000"), Throws.Exception);
        await _bed.Pay(late, "cashier2");
    }

    [Test]
    public async Task A_refund_is_approved_by_another_person_and_paid_from_the_drawer_of_its_day()
    {
        var id = (await _bed.Receive()).InstanceId;
        var receipt = await _bed.Pay(id);
        await Close(100_000, null);
        _bed.Clock.Now += TimeSpan.FromDays(1);
        await _bed.Do<ProposeRefund>("onestop", (command, actor) => command.Run(actor, id, receipt.ReceiptNumber, 40_000, "Được giảm", _bed.NewCommand(), default));
        var refund = $"{id}.1";

        var tooEarly = await CashierBed.Refused(() => Give("cashier2"));
        var byProposer = await CashierBed.Refused(() => Decide("onestop"));
        await Decide("leader");
        await Give("cashier2");

        Assert.That((tooEarly, byProposer), Is.EqualTo(("refund-state", "sod-4")));
        var dossier = await _bed.Dossier(id);
        Assert.That((dossier.AmountPaid, dossier.AmountOwed()), Is.EqualTo((60_000L, 0L)));
        var payer = await _bed.As("cashier2");
        Assert.That((await _bed.Run<ReadCashDay, CashJournal>(read => read.Run(payer, "cashier2", new DateOnly(2026, 11, 3), default))).Cash, Is.EqualTo(-40_000));
        Assert.That((await Receipts()).Single().Refunded, Is.EqualTo(40_000));

        Task Decide(string by) => _bed.Do<DecideRefund>(by, (command, actor) => command.Run(actor, refund, true, null, _bed.NewCommand(), default));
        Task Give(string by) => _bed.Do<PayRefund>(by, (command, actor) => command.Run(actor, refund, "cash", "Nguyễn Văn Đào", _bed.NewCommand(), default));
    }

    [Test]
    public async Task A_notice_that_pays_what_is_owed_is_recorded_once_and_the_procedure_goes_on()
    {
        var dossier = await _bed.Receive();
        var message = $"MBVCB.123 {dossier.Code.Replace(".", "").Replace("-", "")} FT26331";

        var first = await Notify("n-1", 100_000, message);
        var again = await Notify("n-1", 100_000, message);

        Assert.That((first, again), Is.EqualTo((NoticeState.Used, NoticeState.Used)));
        var receipt = (await Receipts()).Single();
        Assert.That((receipt.DossierCode, receipt.Amount, receipt.Means, receipt.Reference), Is.EqualTo((dossier.Code, 100_000L, "transfer", "FT-n-1")));
        Assert.That((await _bed.Dossier(dossier.InstanceId)).AmountOwed(), Is.Zero);
    }

    [Test]
    public async Task What_is_too_little_too_much_or_for_nobody_waits_for_a_cashier_and_is_not_lost()
    {
        var (less, more, third) = (await _bed.Receive(), await _bed.Receive(), await _bed.Receive());
        await Notify("n-less", 60_000, less.Code);
        await Notify("n-more", 130_000, more.Code);
        await Notify("n-nobody", 100_000, "tiền phí hộ kinh doanh");
        var actor = await _bed.As("cashier");
        var waiting = (await Notices()).ToDictionary(notice => notice.NoticeId);

        await Use(waiting["n-less"], less.Code);
        await Use(waiting["n-more"], more.Code);
        await Use(waiting["n-nobody"], third.Code);
        var twice = await CashierBed.Refused(() => Use(waiting["n-nobody"], less.Code));

        Assert.That(waiting.Values.Select(notice => (notice.State, notice.Owed)), Is.EquivalentTo(new (NoticeState, long?)[]
        {
            (NoticeState.Waiting, 100_000), (NoticeState.Waiting, 100_000), (NoticeState.Waiting, null),
        }));
        Assert.That(twice, Is.EqualTo("notice-done"));
        Assert.That((await Receipts()).Select(row => row.Amount), Is.EquivalentTo(new[] { 60_000, 100_000, 100_000 }));
        Assert.That((await Notices()).Single(notice => notice.NoticeId == "n-more").Excess, Is.EqualTo(30_000));

        Task Use(PaymentNoticeRow notice, string code) => _bed.Run<UsePaymentNotice>(use => use.Run(actor, notice.InstanceId, code, default));
        Task<IReadOnlyList<PaymentNoticeRow>> Notices() => _bed.Run<ListPaymentNotices, IReadOnlyList<PaymentNoticeRow>>(list => list.Run(actor, default));
    }

    private Task<NoticeState> Notify(string id, long amount, string message) => _bed.Run<ReceivePaymentNotice, NoticeState>(
        receive => receive.Run(DossierBed.Ward, new PaymentNotice(id, amount, message, $"FT-{id}", _bed.Clock.Now), default));

    private Task<StepResult> Close(decimal counted, string? explanation) => _bed.Do<CloseCashDay>(
        "cashier", (command, actor) => command.Run(actor, new DateOnly(2026, 11, 2), counted, explanation, _bed.NewCommand(), default));

    private async Task<CashJournal> Day()
    {
        var actor = await _bed.As("cashier");
        return await _bed.Run<ReadCashDay, CashJournal>(read => read.Run(actor, "cashier", new DateOnly(2026, 11, 2), default));
    }

    private async Task<IReadOnlyList<ReceiptRow>> Receipts()
    {
        var actor = await _bed.As("cashier");
        return await _bed.Run<SearchReceipts, IReadOnlyList<ReceiptRow>>(search => search.Run(
            actor, new ReceiptSearch(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30)), default));
    }
}
