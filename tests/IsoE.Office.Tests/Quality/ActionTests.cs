using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Quality;
using IsoE.Office.Quality.Actions;
using IsoE.Office.Quality.Nonconformities;
using IsoE.Office.Quality.Reviews;
using IsoE.Office.Records;
using IsoE.Office.Records.Retention.Disposal;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Office.Tests.DocumentControl;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.Queue;
using IsoE.Office.Tests.Records;
using IsoE.Office.Tests.TestBed;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Quality;

/// <summary>What reviews decide and corrective plans ask for: tasks of the units, each with its own day. Monday 02/11/2026.</summary>
public sealed class ActionTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private static readonly DateOnly Friday = new(2026, 11, 6);
    private static readonly object Done = new { actionsDone = "Đã sửa mẫu", actionEvidence = "Mẫu mới", completedOn = "02/11/2026" };

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start()
    {
        _bed = await DossierBed.Start(Kind);
        await using var db = _bed.Office.OpenDb();
        foreach (var (person, unit) in new[] { ("economy-head", "economy"), ("culture-head", "culture") })
        {
            db.Add(new Person { AgencyId = DossierBed.Ward, Id = person, FullName = person, UnitCode = unit, FromOn = Samples.Founded });
            db.Add(new PersonRole { AgencyId = DossierBed.Ward, Id = person, PersonId = person, Role = Roles.DivisionHead, UnitCode = unit, FromOn = Samples.Founded, GivenBy = "admin", GivenAt = _bed.Clock.Now });
        }
        await db.SaveChangesAsync();
    }

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task Each_action_of_an_approved_plan_is_in_the_inbox_of_its_own_head_until_its_own_day()
    {
        var report = await Plan();
        var before = (await Inbox("economy-head")).Where(task => task.ActivityId == "act").ToList();
        await _bed.Complete(report.InstanceId, "approve-action", "qmr", "Approved");

        var (economy, culture) = ((await Inbox("economy-head")).Single(), (await Inbox("culture-head")).Single());
        Assert.That(before, Is.Empty, "a plan is carried out once it is approved");
        Assert.That((economy.Title.Vi, VietnamTime.DateOf(economy.DueAt)), Is.EqualTo(("Hành động khắc phục: Sửa mẫu giấy", Friday)));
        Assert.That((culture.Title.En, VietnamTime.DateOf(culture.DueAt)), Is.EqualTo(("Corrective action: Tập huấn", new DateOnly(2026, 11, 16))), "Sunday 15/11 moves to Monday");
    }

    [Test]
    public async Task A_plan_has_as_many_actions_as_it_needs()
    {
        var report = await _bed.CausedReport("economy-head");
        var plan = new Dictionary<string, object> { ["changesDocument"] = false, ["changesRisk"] = false };
        foreach (var number in Enumerable.Range(1, 7))
            (plan[$"action{number}"], plan[$"actionUnit{number}"], plan[$"actionDueOn{number}"]) = ($"Việc {number}", number % 2 == 0 ? "culture" : "economy", "06/11/2026");
        await _bed.Complete(report.InstanceId, "plan-action", "economy-head", "Planned", plan);
        await _bed.Complete(report.InstanceId, "approve-action", "qmr", "Approved");

        Assert.That((await Inbox("economy-head")).Select(task => task.About), Is.EquivalentTo(new[] { "Việc 1", "Việc 3", "Việc 5", "Việc 7" }));
        Assert.That((await Inbox("culture-head")).Select(task => task.About), Is.EquivalentTo(new[] { "Việc 2", "Việc 4", "Việc 6" }));
    }

    [Test]
    public async Task The_effect_is_not_looked_at_before_every_action_is_done_however_long_that_takes()
    {
        var report = await Plan();
        await _bed.Complete(report.InstanceId, "approve-action", "qmr", "Approved");
        await Complete(report, "economy-head", Done);
        _bed.Clock.Now = _bed.Clock.Now.AddDays(60);
        await _bed.Sweep();
        var early = (await _bed.Tasks(report.InstanceId)).Where(task => task.ActivityId == "verify-effect").ToList();
        await Complete(report, "culture-head", Done);
        _bed.Clock.Now = _bed.Clock.Now.AddDays(33);
        await _bed.Sweep();

        Assert.That(early, Is.Empty);
        Assert.That((await _bed.OpenTask(report.InstanceId)).ActivityId, Is.EqualTo("verify-effect"));
    }

    [Test]
    public async Task The_head_of_another_unit_cannot_report_it_done()
    {
        var report = await Plan();
        await _bed.Complete(report.InstanceId, "approve-action", "qmr", "Approved");
        var task = (await Inbox("culture-head")).Single();
        var head = await _bed.As("economy-head");
        var refused = await QueueBed.Refused(() => _bed.Run<CompleteTask>(complete => complete.Run(head, new TaskCompletion(task.Id, task.Version, "Implemented", JsonSerializer.SerializeToElement(Done), _bed.NewCommand()), default)));

        Assert.That(refused.Code, Is.EqualTo("not-your-role"));
    }

    [Test]
    public async Task What_is_late_is_found_and_what_is_done_keeps_its_evidence()
    {
        var report = await Plan();
        await _bed.Complete(report.InstanceId, "approve-action", "qmr", "Approved");
        await Complete(report, "economy-head", Done);
        _bed.Clock.Now = _bed.Clock.Now.AddDays(20);
        await _bed.Sweep();
        var actions = await Read(QualityProcedures.Nonconformity);
        var (late, done) = (actions[0], actions[1]);

        Assert.That((late.What.Vi, late.IsOpen, late.IsLate, late.Unit.Vi), Is.EqualTo(("Tập huấn", true, true, "Phòng Văn hóa")));
        Assert.That((done.What.Vi, done.IsOpen, done.IsLate), Is.EqualTo(("Sửa mẫu giấy", false, false)));
        Assert.That(done.Done.Select(each => each.Value.Vi), Is.EqualTo(new[] { "Đã sửa mẫu", "Mẫu mới", "02/11/2026" }));
        Assert.That((await Inbox("culture-head")).Single().IsOverdue(_bed.Clock.Now), Is.True, "late, it is still theirs");
        var qmr = await _bed.As("qmr");
        var paper = PdfText.Of((await _bed.Run<PrintNonconformity, PrintedDocument>(print => print.Run(qmr, report.Code, "vi", default))).Pdf);
        Assert.That(paper, Does.Contain("Tập huấn").And.Contain("quá hạn").And.Contain("Mẫu mới"));
    }

    [Test]
    public async Task An_action_that_is_no_longer_wanted_is_neither_open_nor_done_nor_late()
    {
        var report = await Plan();
        await _bed.Complete(report.InstanceId, "approve-action", "qmr", "Approved");
        await Complete(report, "economy-head", Done);
        await using (var db = _bed.Office.OpenDb())
            await db.Set<TaskRow>().IgnoreQueryFilters().Where(task => task.UnitCode == "culture" && task.Status == TaskState.Open)
                .ExecuteUpdateAsync(set => set.SetProperty(task => task.Status, TaskState.Cancelled));
        _bed.Clock.Now = _bed.Clock.Now.AddDays(30);
        var actions = await Read(QualityProcedures.Nonconformity);
        var qmr = await _bed.As("qmr");
        var paper = PdfText.Of((await _bed.Run<PrintNonconformity, PrintedDocument>(print => print.Run(qmr, report.Code, "vi", default))).Pdf);

        Assert.That(
            actions.Select(action => (action.What.Vi, action.IsOpen, action.IsDone, action.IsLate)),
            Is.EquivalentTo(new[] { ("Sửa mẫu giấy", false, true, false), ("Tập huấn", false, false, false) }));
        Assert.That(paper, Does.Contain("2 việc, 1 đã xong, 0 quá hạn chưa xong.").And.Contain("không còn cần"));
    }

    [Test]
    public async Task Nothing_that_was_typed_is_left_in_the_tasks_of_a_report_that_was_destroyed()
    {
        var report = await Plan();
        await _bed.Complete(report.InstanceId, "approve-action", "qmr", "Approved");
        await Complete(report, "economy-head", Done);
        await Complete(report, "culture-head", Done);
        _bed.Clock.Now = _bed.Clock.Now.AddDays(33);
        await _bed.Sweep();
        await _bed.Complete(report.InstanceId, "verify-effect", "auditor", "Effective", new { effectEvidence = "Không còn lỗi", recurred = false });
        await _bed.Complete(report.InstanceId, "close", "qmr", "Closed", new { closingNote = "Xong" });
        await _bed.Settle();
        var before = await Titles(report);
        await Destroy(report);

        Assert.That(before, Is.EquivalentTo(new[] { "Hành động khắc phục: Sửa mẫu giấy", "Hành động khắc phục: Tập huấn" }));
        Assert.That(await Titles(report), Is.EqualTo(new[] { "Hành động khắc phục", "Hành động khắc phục" }));
    }

    [Test]
    public async Task A_decision_of_the_review_is_a_task_once_the_minutes_are_signed_and_the_next_review_is_told_of_it()
    {
        var review = await Meet();
        var before = await Read(QualityProcedures.Review);
        await _bed.Complete(review.InstanceId, "sign-minutes", "leader", "Signed", new { noticeNumber = "21/TB-UBND" });
        await Complete(review, "economy-head", new { decisionResult = "Đã chạy", decisionEvidence = "Nhật ký", decisionDoneOn = "02/11/2026" });
        _bed.Clock.Now = _bed.Clock.Now.AddDays(10);
        var leader = await _bed.As("leader");
        var input = (await _bed.Run<ReadReviewInputs, IReadOnlyList<ReportPart>>(read => read.Run(leader, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), default)))[0];

        Assert.That(before, Is.Empty);
        Assert.That(input.Paragraphs[0].Vi, Is.EqualTo("2 việc, 1 đã xong, 1 quá hạn chưa xong."));
        Assert.That(input.Rows.Select(row => (row[0].Vi, row[1].Vi, row[3].Vi)), Is.EqualTo(new[] { ("Mua máy quét", "Phòng Văn hóa", "quá hạn"), ("Nhắc hạn", "Phòng Kinh tế", "xong 02/11/2026") }));
        Assert.That((await _bed.Tasks(review.InstanceId)).Any(task => task.ActivityId == "follow-up"), Is.False, "the follow-up waits for the other");
    }

    private async Task<List<string>> Titles(DossierRow report) =>
        [.. (await _bed.Tasks(report.InstanceId)).Where(task => task.ActivityId == "act").Select(task => task.Title.Vi)];

    /// <summary>By a list that one proposes and another approves, eleven years later.</summary>
    private async Task Destroy(DossierRow report)
    {
        _bed.Clock.Now = _bed.Clock.Now.AddYears(11);
        var (clerk, leader) = (await _bed.As("clerk"), await _bed.As("leader"));
        var list = await _bed.Run<ProposeDisposal, string>(
            propose => propose.Run(clerk, VietnamTime.DateOf(_bed.Clock.Now), [report.InstanceId], "Luật Lưu trữ 33/2024/QH15", _bed.NewCommand(), default));
        await _bed.Run<DecideDisposal>(decide => decide.Approve(leader, list, _bed.NewCommand(), default));
        await _bed.Settle();
    }

    private Task<DossierRow> Plan() => _bed.PlannedReport("economy-head");

    /// <summary>A review whose minutes with two decisions wait for the signature.</summary>
    private async Task<DossierRow> Meet()
    {
        var review = await _bed.OpenInternal(opening => opening with
        {
            ProcedureCode = QualityProcedures.Review,
            CaseId = "periodic",
            Form = JsonSerializer.SerializeToElement(new { occasion = "Năm 2026", year = 2026, plannedOn = "06/11/2026" }),
        }, by: "iso");
        var id = review.InstanceId;
        await _bed.Complete(id, "plan-review", "iso", "Planned", new { reviewOn = "06/11/2026", venue = "Phòng họp", invited = "Lãnh đạo", agenda = "9.3.2", inputsBy = "05/11/2026" });
        await _bed.Complete(id, "approve-plan", "leader", "Approved");
        await _bed.Complete(id, "input-a", "iso", "Contributed", new { earlierActions = "x" });
        await _bed.Complete(id, "input-b", "kstt", "Contributed", new { externalChanges = "x", internalChanges = "x" });
        await _bed.Complete(id, "input-c-service", "onestop", "Contributed", new { satisfaction = "x", objectives = "x", onTime = "x", providers = "x" });
        await _bed.Complete(id, "input-c-system", "auditor", "Contributed", new { nonconformities = "x", monitoring = "x", audits = "x" });
        await _bed.Complete(id, "input-d", "head", "Contributed", new { people = "x", equipment = "x" });
        await _bed.Complete(id, "input-e", "qmr", "Contributed", new { riskActions = "x" });
        await _bed.Complete(id, "input-f", "iso", "Contributed", new { improvements = "x" });
        await _bed.Complete(id, "meet", "iso", "Minuted", new
        {
            heldOn = "02/11/2026",
            chair = "Huỳnh Văn Phúc",
            attendees = "x",
            discussion = "x",
            improvementDecisions = "x",
            systemChanges = "x",
            resourceDecisions = "x",
            decision1 = "Nhắc hạn",
            decisionUnit1 = "economy",
            decisionDueOn1 = "06/11/2026",
            decision2 = "Mua máy quét",
            decisionUnit2 = "culture",
            decisionDueOn2 = "09/11/2026",
        });
        return review;
    }

    private async Task Complete(DossierRow dossier, string person, object values)
    {
        var task = (await Inbox(person)).Single(task => task.InstanceId == dossier.InstanceId);
        var actor = await _bed.As(person);
        await _bed.Run<CompleteTask>(complete => complete.Run(actor, new TaskCompletion(task.Id, task.Version, null, JsonSerializer.SerializeToElement(values), _bed.NewCommand()), default));
    }

    private async Task<IReadOnlyList<TaskRow>> Inbox(string person)
    {
        var actor = await _bed.As(person);
        return (await _bed.Run<Inbox, InboxPage>(inbox => inbox.Read(actor, InboxList.Unit, null, null, 50, default))).Tasks;
    }

    private async Task<IReadOnlyList<AssignedAction>> Read(string procedure)
    {
        var qmr = await _bed.As("qmr");
        return await _bed.Run<ReadActions, IReadOnlyList<AssignedAction>>(read => read.Run(qmr, procedure, default));
    }
}
