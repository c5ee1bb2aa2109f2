using System.Text.Json;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Quality;
using IsoE.Office.Quality.Nonconformities;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.Queue;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Quality;

/// <summary>Nonconformity reports that open by themselves: one for a cause, not for a symptom.</summary>
public sealed class NonconformityTests
{
    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(DatabaseKind.Sqlite);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task Overdue_dossiers_with_one_cause_open_one_report_that_gathers_them()
    {
        var late = new[] { await _bed.Receive(), await _bed.Receive(), await _bed.Receive() };
        await PassOverdue(days: 6);
        await Deliver();

        var reports = await Reports();
        Assert.That(reports.Count(report => Evidence(report).All(row => row.TriggerId == NonconformityTriggers.Overdue)), Is.EqualTo(1));
        var overdue = reports.Single(report => Evidence(report)[0].TriggerId == NonconformityTriggers.Overdue);
        Assert.That(Evidence(overdue).Select(row => row.DossierCode), Is.EquivalentTo(late.Select(dossier => dossier.Code)));
        Assert.That(overdue.Form, Does.Contain("8.5.1").And.Contain("overdue"));
    }

    [Test]
    public async Task The_same_symptom_delivered_again_adds_nothing()
    {
        await _bed.Receive();
        await PassOverdue(days: 6);
        var items = await Symptoms();
        await Deliver(items);
        await Deliver(items);

        Assert.That((await Reports()).SelectMany(Evidence).ToList(), Has.Count.EqualTo(2), "overdue and no apology, once each");
    }

    [Test]
    public async Task A_cause_that_comes_back_after_its_report_was_closed_opens_another_one()
    {
        await _bed.Receive();
        await PassOverdue(days: 6);
        await Deliver();
        var first = (await Reports()).Single(report => Evidence(report)[0].TriggerId == NonconformityTriggers.Overdue);
        await _bed.Complete(first.InstanceId, "register", "iso", "NotNonconformity", new { rejectionReason = "Đã xử lý trong kỳ trước." });
        await _bed.Receive();
        await PassOverdue(days: 6);
        await Deliver();

        Assert.That((await Reports()).Count(report => Evidence(report)[0].TriggerId == NonconformityTriggers.Overdue), Is.EqualTo(2));
    }

    [Test]
    public async Task An_apology_in_the_day_after_leaves_only_the_delay()
    {
        var dossier = await _bed.Receive();
        await PassOverdue(days: 4);
        var head = await _bed.As("head");
        await _bed.Run<ExtendDossier>(extend => extend.Run(head, dossier.InstanceId, _bed.Clock.Now.AddDays(7), "Chờ xác minh", _bed.NewCommand(), default));
        _bed.Clock.Now = _bed.Clock.Now.AddDays(4);
        await Deliver();

        Assert.That((await Reports()).SelectMany(Evidence).Select(row => row.TriggerId), Is.EqualTo(new[] { NonconformityTriggers.Overdue }));
    }

    [Test]
    public async Task The_missing_apology_is_not_reported_before_its_day_is_over()
    {
        await _bed.Receive();
        await PassOverdue(days: 4);
        var apology = (await Symptoms()).Single(item => Symptom.Parse(item.Payload).Trigger == NonconformityTriggers.NoApology);

        Assert.That(() => Deliver([apology]), Throws.InstanceOf<DeliverLaterException>());
    }

    [Test]
    public async Task A_trigger_that_is_off_opens_nothing()
    {
        var qmr = await _bed.As("qmr");
        await _bed.Run<SwitchTriggers>(triggers => triggers.Run(qmr, [NonconformityTriggers.NoApology], default));
        await _bed.Receive();
        await PassOverdue(days: 6);
        await Deliver();

        Assert.That((await Reports()).SelectMany(Evidence).Select(row => row.TriggerId), Is.EqualTo(new[] { NonconformityTriggers.NoApology }));
    }

    [Test]
    public async Task An_act_refused_by_the_segregation_of_duties_stands_in_history_once_a_day_and_is_reported()
    {
        var dossier = await _bed.Receive();
        var admin = await _bed.As("admin");
        for (var i = 0; i < 2; i++)
            Assert.That((await QueueBed.Refused(() => _bed.Run<StopDossier>(stop => stop.Run(admin, dossier.InstanceId, "Thử", _bed.NewCommand(), default)))).Code, Does.StartWith("sod-"));
        await Deliver();

        Assert.That((await _bed.Facts(dossier.InstanceId)).OfType<SegregationRefused>().Count(), Is.EqualTo(1));
        var report = (await Reports()).Single();
        Assert.That(Evidence(report).Single().Text, Does.Contain("SoD-7").And.Contain(dossier.Code));
    }

    [Test]
    public async Task A_confidential_dossier_is_never_named_in_a_report()
    {
        var symptom = new Symptom(NonconformityTriggers.Overdue, null, "2.002396", 1, null, null, null, _bed.Clock.Now, null);
        await Deliver([new OutboxItem(DossierBed.Ward, "secret", Symptom.Topic, "k", symptom.ToJson(), 1)]);

        var report = (await Reports()).Single();
        Assert.That(Evidence(report).Single().Text, Does.StartWith("Hồ sơ thuộc diện bảo mật"));
        Assert.That(JsonSerializer.Deserialize<JsonElement>(report.Form).TryGetProperty("relatedDossier", out _), Is.False);
    }

    [Test]
    public async Task The_register_tells_number_unit_cause_due_day_and_how_often_it_was_opened_again()
    {
        var report = await _bed.OpenInternal();
        await _bed.Complete(report.InstanceId, "register", "iso", "Registered", new { ncNumber = "01/2026", responsibleUnit = "economy", clauseConfirmed = "8.5.1" });
        await _bed.Complete(report.InstanceId, "contain", "head", "Contained", new { correction = "Đã sửa", correctedOn = "02/11/2026" });
        await _bed.Complete(report.InstanceId, "analyse-cause", "head", "Analysed", new { causeMethod = "other", rootCause = "Thiếu bảng việc", elsewhere = false });
        await _bed.Complete(report.InstanceId, "plan-action", "head", "Planned", new { action1 = "Lập bảng việc", actionUnit1 = "economy", actionDueOn1 = "03/11/2026", changesDocument = false, changesRisk = false });
        await _bed.Complete(report.InstanceId, "approve-action", "qmr", "Approved");
        _bed.Clock.Now = _bed.Clock.Now.AddDays(3);
        var late = await Line(report);
        await _bed.Complete(report.InstanceId, "act", "head", "Implemented", new { actionsDone = "Đã lập", actionEvidence = "Bảng việc", completedOn = "05/11/2026" });
        _bed.Clock.Now = _bed.Clock.Now.AddDays(33);
        await _bed.Sweep();
        await _bed.Complete(report.InstanceId, "verify-effect", "auditor", "NotEffective", new { effectEvidence = "Vẫn còn", recurred = true, whyNotEffective = "Chưa phổ biến" });
        var again = await Line(report);

        Assert.That((late.Number, late.Unit, late.RootCause, late.IsActionLate), Is.EqualTo(("01/2026", "economy", "Thiếu bảng việc", true)));
        Assert.That((again.Reopened, again.ActedBy.Single(), again.ClosedBy, again.IsActionLate), Is.EqualTo((1, "head", (string?)null, false)));
    }

    [Test]
    public async Task Evidence_names_a_row_that_is_there_and_a_dossier_that_is_open()
    {
        var report = await _bed.OpenInternal();
        var dossier = await _bed.Receive();
        var auditor = await _bed.As("auditor");
        Task Add(string? code, long? row, string text) =>
            _bed.Run<AddEvidence>(add => add.Run(auditor, report.Code, code, row, text, _bed.NewCommand(), default));

        await Add(dossier.Code, 1, "Tiếp nhận không có bản chính");
        Assert.That((await QueueBed.Refused(() => Add(dossier.Code, 999, "x"))).Code, Is.EqualTo("evidence-row"));
        Assert.That((await QueueBed.Refused(() => Add("H29.150-261102-9999", null, "x"))).Code, Is.EqualTo("dossier-unknown"));
        Assert.That((await QueueBed.Refused(() => Add(null, null, "  "))).Code, Is.EqualTo("evidence-text"));
        Assert.That(Evidence(report).Select(row => (row.DossierCode, row.Sequence, row.ByName)), Is.EqualTo(new[] { (dossier.Code, (long?)1, "Phan Văn Đức") }));
    }

    private async Task<NonconformityLine> Line(DossierRow report)
    {
        var qmr = await _bed.As("qmr");
        var lines = await _bed.Run<ReadNonconformities, IReadOnlyList<NonconformityLine>>(read => read.Run(qmr, new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 31), default));
        return lines.Single(line => line.Dossier.InstanceId == report.InstanceId);
    }

    private async Task PassOverdue(int days)
    {
        _bed.Clock.Now = _bed.Clock.Now.AddDays(days);
        await _bed.Sweep();
        _bed.Clock.Now = _bed.Clock.Now.AddDays(days > 5 ? 3 : 0);
    }

    private async Task<List<OutboxItem>> Symptoms()
    {
        await using var db = _bed.Office.OpenDb();
        return [.. (await db.Outbox.IgnoreQueryFilters().Where(row => row.Topic == Symptom.Topic).OrderBy(row => row.CreatedAt).ThenBy(row => row.Key).ToListAsync())
            .Select(row => new OutboxItem(row.AgencyId, row.InstanceId, row.Topic, row.Key, row.Payload, 1))];
    }

    private async Task Deliver(List<OutboxItem>? items = null)
    {
        foreach (var item in items ?? await Symptoms()) await _bed.Run<FollowUpSymptom>(follow => follow.Deliver(item, default));
    }

    private async Task<List<DossierRow>> Reports()
    {
        await using var db = _bed.Office.OpenDb();
        return await db.Set<DossierRow>().IgnoreQueryFilters().Where(row => row.ProcedureCode == QualityProcedures.Nonconformity).OrderBy(row => row.Code).ToListAsync();
    }

    private List<EvidenceRow> Evidence(DossierRow report)
    {
        using var db = _bed.Office.OpenDb();
        return [.. db.Set<EvidenceRow>().IgnoreQueryFilters().Where(row => row.InstanceId == report.InstanceId).OrderBy(row => row.Number)];
    }
}
