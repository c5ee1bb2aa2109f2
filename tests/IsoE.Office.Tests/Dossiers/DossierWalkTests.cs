using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Cashiers;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Tests.Dossiers;

public sealed class DossierWalkTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task A_dossier_walks_from_reception_to_return()
    {
        var id = (await _bed.Receive()).InstanceId;
        var statuses = new List<int> { await Status(id) };

        await _bed.Complete(id, "appraise", "specialist", "Eligible", Samples.Eligible);
        statuses.Add(await Status(id));
        await _bed.Complete(id, "sign", "head", "Signed");
        await _bed.Complete(id, "issue", "clerk", "Issued", Samples.Issuing);
        statuses.Add(await Status(id));
        await _bed.Complete(id, "return", "return", "Returned", Samples.Returning);
        statuses.Add(await Status(id));

        Assert.That(statuses, Is.EqualTo(new[] { 2, 4, 9, 10 }));
        var dossier = await _bed.Dossier(id);
        Assert.That((dossier.SettledBy, dossier.ReturnedBy, dossier.ResultRecord), Is.EqualTo(("clerk", "return", "business-certificate")));
        Assert.That(dossier.IsOverdue(_bed.Clock.Now), Is.False);
        Assert.That((await _bed.Tasks(id)).Select(task => task.Status), Is.All.EqualTo(TaskState.Done));
    }

    [Test]
    public async Task The_row_is_the_fold_of_the_history()
    {
        var id = await Supplemented();
        await _bed.Complete(id, "appraise", "specialist", "Eligible", Samples.Eligible);
        var kept = await _bed.Dossier(id);

        var events = await _bed.Office.History.Read(DossierBed.Ward, id, default);
        var folded = events.Aggregate((DossierRow?)null, (row, known) => Dossier.Apply(row, DossierBed.Ward, id, known))!;

        Assert.That(JsonSerializer.Serialize(folded), Is.EqualTo(JsonSerializer.Serialize(kept)));
    }

    [Test]
    public async Task A_supplement_request_pauses_the_clock_and_its_answer_moves_the_promised_date()
    {
        var id = (await _bed.Receive()).InstanceId;
        At(3, 9);
        await _bed.Complete(id, "appraise", "specialist", "NeedsSupplement", Samples.Supplement);
        var asked = await _bed.Dossier(id);

        At(6, 10);
        await Supply(id);
        var supplied = await _bed.Dossier(id);

        Assert.That((asked.NationalStatus, asked.IsPaused, asked.SupplementCount), Is.EqualTo((5, true, 1)));
        var request = (await _bed.Facts(id)).OfType<SupplementRequested>().Single();
        Assert.That(request.Items, Is.EqualTo(new[] { "Hợp đồng thuê nhà", "Bản sao căn cước" }));
        Assert.That((supplied.NationalStatus, supplied.IsPaused), Is.EqualTo((4, false)));
        // Paused from Tuesday to Friday: three working days more than Thursday 05/11, that is Tuesday 10/11.
        Assert.That(supplied.PromisedAt, Is.EqualTo(VietnamTime.ToInstant(new DateTime(2026, 11, 10, 17, 0, 0))));
        var moved = (await _bed.Facts(id)).OfType<PromisedDateMoved>().Single();
        Assert.That(moved.Cause.En, Does.Contain("supplement"));
    }

    [Test]
    public async Task A_second_supplement_request_is_refused_until_a_leader_allows_it()
    {
        var id = await Supplemented();

        var refusal = (await Assert.ThrowsAsync<RejectedException>(
            () => _bed.Complete(id, "appraise", "specialist", "NeedsSupplement", Samples.Supplement)))!;
        var leader = await _bed.As("leader");
        await _bed.Run<OverrideSupplementLimit, StepResult>(
            command => command.Run(leader, id, "Điều 102 Luật Xây dựng", "Bổ sung chưa đạt", _bed.NewCommand(), default));
        await _bed.Complete(id, "appraise", "specialist", "NeedsSupplement", Samples.Supplement);

        Assert.That(refusal.Code, Is.EqualTo("supplement-limit"));
        Assert.That((await _bed.Dossier(id)).SupplementCount, Is.EqualTo(2));
    }

    [Test]
    public async Task A_fee_that_is_paid_lets_the_procedure_go_on()
    {
        var id = await HouseAtTheCashier();
        var waiting = await _bed.Dossier(id);
        var cashier = await _bed.As("cashier");

        var paid = await _bed.Run<RecordPayment, StepResult>(command => command.Run(
            cashier, new PaymentForm(id, 75_000, "cash", default, _bed.NewCommand()), default));

        Assert.That((waiting.NationalStatus, waiting.Money, waiting.AmountDue), Is.EqualTo((6, MoneyState.Requested, 75_000L)));
        Assert.That(paid.Find<PaymentReceived>()!.ReceiptNumber, Is.EqualTo("BL2026-000001"));
        Assert.That((await _bed.Dossier(id)).Money, Is.EqualTo(MoneyState.Paid));
        Assert.That((await _bed.OpenTask(id)).ActivityId, Is.EqualTo("issue"));
    }

    [Test]
    public async Task A_part_of_the_fee_does_not_let_it_go_on()
    {
        var id = await HouseAtTheCashier();
        var cashier = await _bed.As("cashier");

        await _bed.Run<RecordPayment, StepResult>(command => command.Run(
            cashier, new PaymentForm(id, 50_000, "cash", default, _bed.NewCommand()), default));
        var refusal = (await Assert.ThrowsAsync<RejectedException>(() => _bed.Run<RecordPayment, StepResult>(command => command.Run(
            cashier, new PaymentForm(id, 50_000, "cash", default, _bed.NewCommand()), default))))!;

        Assert.That((await _bed.OpenTask(id)).ActivityId, Is.EqualTo("collect-fee"));
        Assert.That(refusal.Code, Is.EqualTo("overpaid"));
        Assert.That(refusal.Reason.Vi, Does.Contain("25.000"));
    }

    [Test]
    public async Task Completing_the_cashiers_task_issues_the_receipt_as_recording_a_payment_does()
    {
        var id = await HouseAtTheCashier();

        var done = await _bed.Complete(id, "collect-fee", "cashier", "Paid", new { amount = "75.000", method = "cash" });

        Assert.That(done.Find<PaymentReceived>(), Is.EqualTo(new PaymentReceived("BL2026-000001", 75_000, "cash", Statutory: 75_000, Line: 1)));
        Assert.That(done.Find<ActivityResumed>()!.Output.GetProperty("receiptNumber").GetString(), Is.EqualTo("BL2026-000001"));
        var dossier = await _bed.Dossier(id);
        Assert.That((dossier.Money, dossier.AmountPaid, dossier.CollectedBy), Is.EqualTo((MoneyState.Paid, 75_000L, "cashier")));
        Assert.That((await _bed.OpenTask(id)).ActivityId, Is.EqualTo("issue"));
    }

    [Test]
    public async Task A_refused_payment_takes_no_receipt_number_and_nobody_types_one()
    {
        var id = await HouseAtTheCashier();
        var cashier = await _bed.As("cashier");
        var shown = await _bed.Run<FindTask, TaskView?>(async find => await find.Run(cashier, (await _bed.OpenTask(id)).Id, default));

        var less = (await Assert.ThrowsAsync<RejectedException>(() => _bed.Complete(
            id, "collect-fee", "cashier", "Paid", new { amount = "50.000", method = "cash" })))!;
        var typed = (await Assert.ThrowsAsync<RejectedException>(() => _bed.Complete(
            id, "collect-fee", "cashier", "Paid", new { amount = "75.000", method = "cash", receiptNumber = "7" })))!;
        var done = await _bed.Complete(id, "collect-fee", "cashier", "Paid", new { amount = "75.000", method = "cash" });

        Assert.That(shown!.Form!.Fields.Select(field => field.Id), Is.EqualTo(new[] { "amount", "method" }));
        Assert.That((less.Code, less.Field), Is.EqualTo(("underpaid", "amount")));
        Assert.That(typed.Fields.Keys, Is.EqualTo(new[] { "receiptNumber" }));
        Assert.That(done.Find<PaymentReceived>()!.ReceiptNumber, Is.EqualTo("BL2026-000001"));
    }

    [Test]
    public async Task The_result_is_handed_over_by_one_command()
    {
        var id = await Settled();
        var officer = await _bed.As("return");

        await _bed.Run<ReturnResult, StepResult>(command => command.Run(
            officer, new ReturnForm(id, "Nguyễn Văn Đào", null, ReturnWay.Counter, null, default, _bed.NewCommand()), default));

        Assert.That(await Status(id), Is.EqualTo(10));
        Assert.That((await _bed.Facts(id)).OfType<ResultReturned>().Single().Receiver, Is.EqualTo("Nguyễn Văn Đào"));
    }

    [Test]
    public async Task A_task_is_sent_back_to_an_earlier_step_with_the_reason()
    {
        var id = (await _bed.Receive()).InstanceId;
        await _bed.Complete(id, "appraise", "specialist", "Eligible", Samples.Eligible);
        var head = await _bed.As("head");
        var task = await _bed.OpenTask(id);

        await _bed.Run<SendBackTask, StepResult>(command => command.Run(
            head, new SendBack(task.Id, task.Version, "Thiếu mã ngành", default, _bed.NewCommand()), default));

        Assert.That((await _bed.OpenTask(id)).ActivityId, Is.EqualTo("appraise"));
    }

    [Test]
    public async Task A_step_that_leads_nowhere_back_says_what_is_possible()
    {
        var id = (await _bed.Receive()).InstanceId;
        var task = await _bed.OpenTask(id);
        var specialist = await _bed.As("specialist");

        var refusal = (await Assert.ThrowsAsync<RejectedException>(() => _bed.Run<SendBackTask, StepResult>(command => command.Run(
            specialist, new SendBack(task.Id, task.Version, "Không rõ", default, _bed.NewCommand()), default))))!;

        Assert.That(refusal.Code, Is.EqualTo("cannot-send-back"));
    }

    [Test]
    public async Task A_dossier_that_stands_still_is_not_overdue_and_one_that_is_late_is()
    {
        var paused = (await _bed.Receive()).InstanceId;
        await _bed.Complete(paused, "appraise", "specialist", "NeedsSupplement", Samples.Supplement);
        var late = (await _bed.Receive()).InstanceId;

        At(12, 9);

        Assert.That((await _bed.Dossier(paused)).IsOverdue(_bed.Clock.Now), Is.False);
        Assert.That((await _bed.Dossier(late)).IsOverdue(_bed.Clock.Now));
    }

    private async Task<int> Status(string id) => (await _bed.Dossier(id)).NationalStatus;

    private void At(int day, int hour) => _bed.Clock.Now = VietnamTime.ToInstant(new DateTime(2026, 11, day, hour, 0, 0));

    private async Task<string> Supplemented()
    {
        var id = (await _bed.Receive()).InstanceId;
        await _bed.Complete(id, "appraise", "specialist", "NeedsSupplement", Samples.Supplement);
        await Supply(id);
        return id;
    }

    private async Task Supply(string id)
    {
        var officer = await _bed.As("reception");
        var values = JsonSerializer.SerializeToElement(new { supplied = "Hợp đồng thuê nhà" });
        await _bed.Run<ReceiveSupplement, StepResult>(command => command.Run(
            officer, new SupplementForm(id, [], null, null, values, [], _bed.NewCommand()), default));
    }

    private async Task<string> Settled()
    {
        var id = (await _bed.Receive()).InstanceId;
        await _bed.Complete(id, "appraise", "specialist", "Eligible", Samples.Eligible);
        await _bed.Complete(id, "sign", "head", "Signed");
        await _bed.Complete(id, "issue", "clerk", "Issued", Samples.Issuing);
        return id;
    }

    private async Task<string> HouseAtTheCashier()
    {
        var id = (await _bed.Receive(form => Samples.House(form.DossierId))).InstanceId;
        await _bed.Complete(id, "assign", "head");
        await _bed.Complete(id, "appraise", "specialist", "Valid", new { planConform = true, density = 75, needsOpinion = false });
        await _bed.Complete(id, "inspect-site", "specialist", values: new
        {
            inspectedOn = "02/11/2026",
            present = "Chủ đầu tư",
            boundariesMatch = true,
            notStarted = true,
            findings = "Đúng hồ sơ",
        });
        await _bed.Complete(id, "draft", "specialist", "ProposeGrant");
        await _bed.Complete(id, "review", "head", "Approved");
        await _bed.Complete(id, "sign", "leader", "Signed");
        return id;
    }
}
