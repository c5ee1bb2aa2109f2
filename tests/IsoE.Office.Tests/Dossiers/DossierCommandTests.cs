using System.Text;
using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Cashiers;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Tasks;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Dossiers;

public sealed class DossierCommandTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private DossierBed _bed = null!;
    private string _id = null!;

    [SetUp]
    public async Task Start()
    {
        _bed = await DossierBed.Start(Kind);
        _id = (await _bed.Receive()).InstanceId;
    }

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task A_withdrawal_is_asked_for_and_confirmed()
    {
        await Do<AskWithdrawal>("reception", (command, actor) => command.Run(actor, _id, "Đổi ý", _bed.NewCommand(), default));
        var asked = await _bed.Dossier(_id);

        await Do<DecideWithdrawal>("leader", (command, actor) => command.Run(actor, _id, true, null, _bed.NewCommand(), default));
        var confirmed = await _bed.Dossier(_id);

        Assert.That((asked.NationalStatus, asked.IsPaused), Is.EqualTo((7, true)));
        Assert.That((confirmed.NationalStatus, confirmed.Business), Is.EqualTo((8, BusinessState.Withdrawn)));
        Assert.That((await _bed.Tasks(_id)).Where(task => task.Status == TaskState.Open), Is.Empty);
    }

    [Test]
    public async Task A_rejected_withdrawal_lets_the_work_go_on_and_its_time_does_not_count()
    {
        await Do<AskWithdrawal>("reception", (command, actor) => command.Run(actor, _id, "Đổi ý", _bed.NewCommand(), default));
        _bed.Clock.Advance(TimeSpan.FromDays(1));
        var working = await Refused(() => _bed.Complete(_id, "appraise", "specialist", "Eligible", Samples.Eligible));

        await Do<DecideWithdrawal>("leader", (command, actor) => command.Run(actor, _id, false, "Đã có kết quả thẩm định", _bed.NewCommand(), default));

        Assert.That(working.Code, Is.EqualTo("withdrawal-pending"));
        var dossier = await _bed.Dossier(_id);
        Assert.That((dossier.NationalStatus, dossier.IsPaused), Is.EqualTo((2, false)));
        // One working day more than Thursday 05/11.
        Assert.That(dossier.PromisedAt, Is.EqualTo(VietnamTime.ToInstant(new DateTime(2026, 11, 6, 17, 0, 0))));
    }

    [Test]
    public async Task A_withdrawal_is_rejected_only_with_a_reason()
    {
        await Do<AskWithdrawal>("reception", (command, actor) => command.Run(actor, _id, "Đổi ý", _bed.NewCommand(), default));

        var refusal = await Refused(() => Do<DecideWithdrawal>(
            "leader", (command, actor) => command.Run(actor, _id, false, null, _bed.NewCommand(), default)));

        Assert.That(refusal.Code, Is.EqualTo("reason-missing"));
    }

    [Test]
    public async Task A_stopped_dossier_has_ended_and_says_so()
    {
        await _bed.Complete(_id, "appraise", "specialist", "Eligible", Samples.Eligible);
        await Do<StopDossier>("leader", (command, actor) => command.Run(actor, _id, "Trùng hồ sơ", _bed.NewCommand(), default));

        var refusal = await Refused(() => Do<StopDossier>(
            "leader", (command, actor) => command.Run(actor, _id, "Trùng hồ sơ", _bed.NewCommand(), default)));

        Assert.That((await _bed.Dossier(_id)).NationalStatus, Is.EqualTo(8));
        Assert.That(refusal.Code, Is.EqualTo("not-in-this-status"));
    }

    [Test]
    public async Task An_extension_sets_the_new_date_and_keeps_the_first_one_for_statistics()
    {
        await Extend("head", 9);

        var dossier = await _bed.Dossier(_id);
        Assert.That(dossier.PromisedAt, Is.EqualTo(Five(9)));
        Assert.That(dossier.OriginalPromisedAt, Is.EqualTo(Five(5)));
        Assert.That((await Refused(() => Extend("head", 10))).Code, Is.EqualTo("extended-before"));
    }

    [TestCase("specialist", 9, "not-allowed")]
    [TestCase("head", 4, "new-date")]
    [TestCase("head", 8, "new-date")]
    public async Task An_extension_needs_the_right_person_and_a_later_working_day(string person, int day, string code) =>
        Assert.That((await Refused(() => Extend(person, day))).Code, Is.EqualTo(code));

    [Test]
    public async Task An_extension_is_signed_one_level_above_the_delay()
    {
        await _bed.Complete(_id, "appraise", "specialist", "Eligible", Samples.Eligible);

        // The head of division has the step now: the leader signs.
        var refusal = await Refused(() => Extend("head", 9));
        await Extend("leader", 9);

        Assert.That(refusal.Code, Is.EqualTo("sod-8"));
    }

    [Test]
    public async Task An_extended_date_moves_by_later_pauses_too()
    {
        await Extend("head", 9);
        await _bed.Complete(_id, "appraise", "specialist", "NeedsSupplement", Samples.Supplement);
        _bed.Clock.Advance(TimeSpan.FromDays(2));
        await Supply();

        var dossier = await _bed.Dossier(_id);
        Assert.That((dossier.OriginalPromisedAt, dossier.PromisedAt), Is.EqualTo((Five(9), Five(11))));
    }

    [Test]
    public async Task A_supplement_is_received_only_when_one_was_asked_for() =>
        Assert.That((await Refused(Supply)).Code, Is.EqualTo("not-in-this-status"));

    [Test]
    public async Task A_result_is_returned_only_when_there_is_one()
    {
        var refusal = await Refused(() => Do<ReturnResult>("return", (command, actor) => command.Run(
            actor, new ReturnForm(_id, "Đào", null, ReturnWay.Counter, null, default, _bed.NewCommand()), default)));

        Assert.That(refusal.Code, Is.EqualTo("not-in-this-status"));
        Assert.That(refusal.Reason.En, Does.Contain("Possible now"));
    }

    [Test]
    public async Task A_result_is_returned_to_somebody()
    {
        var refusal = await Refused(() => Do<ReturnResult>("return", (command, actor) => command.Run(
            actor, new ReturnForm(_id, " ", null, ReturnWay.Counter, null, default, _bed.NewCommand()), default)));

        Assert.That(refusal.Code, Is.EqualTo("receiver-missing"));
    }

    [TestCase(-1, "amount")]
    [TestCase(0.5, "amount")]
    public async Task A_fee_is_a_whole_amount(double amount, string code) =>
        Assert.That(
            (await Refused(() => Do<SetFee>("specialist", (command, actor) => command.Run(actor, _id, (decimal)amount, null, _bed.NewCommand(), default)))).Code,
            Is.EqualTo(code));

    [Test]
    public async Task A_payment_needs_a_means_and_a_cashier()
    {
        var means = await Refused(() => Pay("cashier", "gold"));
        var person = await Refused(() => Pay("clerk", "cash"));

        Assert.That((means.Code, person.Code), Is.EqualTo(("means", "not-allowed")));
    }

    [Test]
    public async Task Receipts_are_numbered_without_gaps()
    {
        await Refused(() => Pay("clerk", "cash"));
        await Pay("cashier", "cash");
        var second = (await _bed.Receive()).InstanceId;
        await Do<RecordPayment>("cashier", (command, actor) => command.Run(
            actor, new PaymentForm(second, 100_000, "transfer", default, _bed.NewCommand()), default));

        Assert.That((await _bed.Dossier(_id)).ReceiptNumber, Is.EqualTo("BL2026-000001"));
        Assert.That((await _bed.Dossier(second)).ReceiptNumber, Is.EqualTo("BL2026-000002"));
    }

    [Test]
    public async Task A_receipt_that_does_not_exist_is_not_cancelled() =>
        Assert.That(
            (await Refused(() => Do<CancelReceipt>("onestop", (command, actor) => command.Run(actor, _id, "Nhầm", _bed.NewCommand(), default)))).Code,
            Is.EqualTo("receipt-none"));

    [Test]
    public async Task A_further_supplement_is_allowed_only_on_a_legal_basis()
    {
        var refusal = await Refused(() => Do<OverrideSupplementLimit>(
            "leader", (command, actor) => command.Run(actor, _id, " ", "Chưa đạt", _bed.NewCommand(), default)));

        Assert.That(refusal.Code, Is.EqualTo("legal-basis-missing"));
    }

    [Test]
    public async Task Components_are_checked_again()
    {
        await Do<CheckComponents>("reception", (command, actor) => command.Run(
            actor, _id, [new ComponentCheck("lease", 0, 1, ComponentStates.Enough)], _bed.NewCommand(), default));

        var lease = (await _bed.Dossier(_id)).ReadComponents().Single(check => check.ComponentId == "lease");
        Assert.That((lease.Copies, lease.State), Is.EqualTo((1, ComponentStates.Enough)));
    }

    [Test]
    public async Task A_file_is_added_and_found_again()
    {
        var store = _bed.Office.Get<AttachmentStore>();
        var file = await store.Store(new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n")), "hop dong.pdf", default);

        await Do<AddAttachment>("reception", (command, actor) => command.Run(actor, _id, new IncomingFile(file, "lease"), _bed.NewCommand(), default));

        var reader = await _bed.As("reception");
        var view = await _bed.Run<FindDossier, DossierView?>(query => query.Run(reader, _id, default));
        Assert.That(view!.Papers.Select(paper => (paper.Name, paper.Component)), Is.EqualTo(new[] { ("hop dong.pdf", "lease") }));
    }

    [Test]
    public async Task An_event_nobody_waits_for_is_refused() =>
        Assert.That(
            (await Refused(() => Do<ReceiveOutsideEvent>(
                "reception", (command, actor) => command.Run(actor, new OutsideEvent(_id, "opinion", default, [], _bed.NewCommand()), default)))).Code,
            Is.EqualTo("event-not-awaited"));

    [Test]
    public async Task A_dossier_that_does_not_exist_is_refused() =>
        Assert.That(
            (await Refused(() => Do<StopDossier>(
                "leader", (command, actor) => command.Run(actor, _bed.Office.NewId(), "Nhầm", _bed.NewCommand(), default)))).Code,
            Is.EqualTo("dossier-unknown"));

    [Test]
    public async Task A_supplement_that_never_comes_leads_to_the_stop_of_the_dossier()
    {
        await _bed.Complete(_id, "appraise", "specialist", "NeedsSupplement", Samples.Supplement);
        _bed.Clock.Advance(TimeSpan.FromDays(40));
        await _bed.Sweep();

        await _bed.Complete(_id, "sign-stop", "leader", "Signed", new { reason = "Không bổ sung" });

        var dossier = await _bed.Dossier(_id);
        Assert.That((dossier.NationalStatus, dossier.Business), Is.EqualTo((8, BusinessState.Stopped)));
    }

    private Task Extend(string person, int day) => Do<ExtendDossier>(
        person, (command, actor) => command.Run(actor, _id, Five(day), "Chờ xác minh", _bed.NewCommand(), default));

    private Task Supply() => Do<ReceiveSupplement>("reception", (command, actor) => command.Run(
        actor,
        new SupplementForm(_id, [], null, null, JsonSerializer.SerializeToElement(new { supplied = "Đủ" }), [], _bed.NewCommand()),
        default));

    private Task Pay(string person, string means) => Do<RecordPayment>(person, (command, actor) => command.Run(
        actor, new PaymentForm(_id, 100_000, means, default, _bed.NewCommand()), default));

    private async Task Do<TCommand>(string person, Func<TCommand, Actor, Task> run)
        where TCommand : notnull
    {
        var actor = await _bed.As(person);
        await _bed.Run<TCommand>(command => run(command, actor));
    }

    private static DateTimeOffset Five(int day) => VietnamTime.ToInstant(new DateTime(2026, 11, day, 17, 0, 0));

    private static async Task<RejectedException> Refused(Func<Task> act) => (await Assert.ThrowsAsync<RejectedException>(act))!;
}
