using IsoE.Office.Deadlines;
using IsoE.Office.Dossiers;
using IsoE.Office.Moves;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Records;
using IsoE.Office.Reports;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Office.Tests.DocumentControl;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.Records;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Moves;

/// <summary>Open dossiers when the next version of their procedure comes.</summary>
public sealed class MoveTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private const string Business = "1.001612";
    private const string Ground = "Điều 5 Nghị định 999/2026/NĐ-CP";
    private static readonly DateOnly Today = new(2026, 11, 2);

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task End() => await _bed.DisposeAsync();

    [Test]
    public async Task A_rehearsal_tells_which_dossiers_could_move_and_which_would_lose_a_step()
    {
        var before = await _bed.Receive();
        var behind = await _bed.Receive();
        await _bed.Complete(behind.InstanceId, "appraise", "specialist", "Eligible", Samples.Eligible);
        var document = await _bed.Draft(Business, NewFlows.SecondCheck);

        var rehearsal = await Rehearse(document);

        Assert.That(Of(rehearsal, before).Forecast.CanMove);
        var obstacle = Of(rehearsal, behind).Forecast.Obstacles.Single(each => each.ActivityId == "second-check");
        Assert.That(obstacle.Risk, Is.EqualTo(MigrationRisk.Loses));
        Assert.That(Of(rehearsal, behind).Now.Select(step => step.En), Is.EqualTo(new[] { "Review and sign the certificate or the refusal" }));
    }

    [Test]
    public async Task A_rehearsal_tells_the_date_a_dossier_would_have()
    {
        var dossier = await Received();
        var document = await _bed.Draft(Business, NewFlows.ShorterLimit);

        var forecast = Of(await Rehearse(document), dossier).Forecast;

        Assert.That(forecast.Term!.From, Is.EqualTo(dossier.PromisedAt));
        Assert.That(forecast.Term.To, Is.EqualTo(dossier.PromisedAt!.Value.AddDays(-1)));
        Assert.That(forecast.Steps.Single().DueAt, Is.LessThan(forecast.Steps.Single().From!.Value));
    }

    [Test]
    public async Task A_rehearsal_and_the_coming_into_force_leave_every_dossier_where_it_is()
    {
        var dossier = await _bed.Receive();
        await _bed.Settle();
        var facts = await _bed.Facts(dossier.InstanceId);
        var document = await _bed.Issue(Business, NewFlows.QuickerAppraisal, Today);

        await Rehearse(document);
        await _bed.Settle();

        Assert.That(await _bed.Facts(dossier.InstanceId), Has.Count.EqualTo(facts.Count));
        Assert.That((await _bed.Dossier(dossier.InstanceId)).ProcedureVersion, Is.EqualTo(1));
    }

    [Test]
    public async Task A_moved_dossier_keeps_its_task_asked_for_as_the_new_version_says()
    {
        var dossier = await _bed.Receive();
        var before = await _bed.OpenTask(dossier.InstanceId);
        var document = await _bed.Issue(Business, NewFlows.QuickerAppraisal, Today);

        await Move(document, dossier);

        var task = await _bed.OpenTask(dossier.InstanceId);
        Assert.That((task.Id, task.TitleVi), Is.EqualTo((before.Id, "Thẩm định hồ sơ")));
        Assert.That(task.DueAt, Is.EqualTo(new DateTimeOffset(2026, 11, 3, 1, 0, 0, TimeSpan.Zero)), "eight working hours from Monday, 08:00");
        Assert.That(await DueAt(task), Is.EqualTo(task.DueAt));
        Assert.That((await _bed.Dossier(dossier.InstanceId)).ProcedureVersion, Is.EqualTo(2));
    }

    [Test]
    public async Task A_moved_dossier_goes_on_to_its_end_under_the_new_version_without_repeating_a_step()
    {
        var dossier = await _bed.Receive();
        var document = await _bed.Issue(Business, NewFlows.SecondCheck, Today);
        await Move(document, dossier);

        await _bed.Complete(dossier.InstanceId, "appraise", "specialist", "Eligible", Samples.Eligible);
        await _bed.Complete(dossier.InstanceId, "second-check", "clerk", "Issued", Samples.Issuing);
        await _bed.Complete(dossier.InstanceId, "sign", "head", "Signed");

        var tasks = await _bed.Tasks(dossier.InstanceId);
        Assert.That(tasks.Select(task => task.ActivityId), Is.EqualTo(new[] { "receive", "appraise", "second-check", "sign", "issue" }));
    }

    [Test]
    public async Task A_task_for_another_role_is_free_again_and_in_the_other_inbox()
    {
        var dossier = await _bed.Receive();
        var specialist = await _bed.As("specialist");
        await _bed.Run<ClaimTask>(c => c.Run(specialist, _bed.OpenTask(dossier.InstanceId).Result.Id, _bed.NewCommand(), default));
        var document = await _bed.Issue(Business, NewFlows.OtherRole, Today);

        await Move(document, dossier);

        var task = await _bed.OpenTask(dossier.InstanceId);
        Assert.That((task.Role, task.UnitCode, task.AssigneeId), Is.EqualTo(("clerk", (string?)null, (string?)null)));
    }

    [Test]
    public async Task The_promised_date_moves_with_the_legal_limit_and_the_history_says_so()
    {
        var dossier = await Received();
        var document = await _bed.Issue(Business, NewFlows.ShorterLimit, Today);

        await Move(document, dossier);

        var moved = await _bed.Dossier(dossier.InstanceId);
        Assert.That((moved.LegalLimit, moved.PromisedAt), Is.EqualTo(("2wd", dossier.PromisedAt!.Value.AddDays(-1))));
        Assert.That(moved.OriginalPromisedAt, Is.EqualTo(moved.PromisedAt));
        var fact = (await _bed.Facts(dossier.InstanceId)).OfType<DossierMoved>().Single();
        Assert.That((fact.FromVersion, fact.ToVersion, fact.Ground, fact.ProposedBy, fact.ApprovedBy),
            Is.EqualTo((1, 2, Ground, "Trương Thị Ngọc", "Huỳnh Văn Phúc")));
        await using var db = _bed.Office.OpenDb();
        var due = await db.Set<DueRow>().IgnoreQueryFilters().SingleAsync(row =>
            row.InstanceId == dossier.InstanceId && row.Kind == DueKind.DossierDue && row.Status == DueStatus.Pending);
        Assert.That(due.DueAt, Is.EqualTo(moved.PromisedAt));
    }

    [Test]
    public async Task Whoever_proposes_a_move_does_not_approve_it_and_needs_the_right_and_a_ground()
    {
        var dossier = await _bed.Receive();
        var document = await _bed.Issue(Business, NewFlows.QuickerAppraisal, Today);

        var officer = (await Assert.ThrowsAsync<RejectedException>(() => Propose(document, "specialist", Ground, dossier)))!;
        var groundless = (await Assert.ThrowsAsync<RejectedException>(() => Propose(document, "kstt", " ", dossier)))!;
        await Give("kstt", Roles.Qmr);
        var move = await Propose(document, "kstt", Ground, dossier);
        var own = (await Assert.ThrowsAsync<RejectedException>(() => Approve(move, "kstt")))!;

        Assert.That((officer.Code, groundless.Code, own.Code), Is.EqualTo(("not-allowed", "ground-missing", "sod-2")));
    }

    [Test]
    public async Task What_would_lose_a_step_is_not_even_proposed()
    {
        var dossier = await _bed.Receive();
        await _bed.Complete(dossier.InstanceId, "appraise", "specialist", "Eligible", Samples.Eligible);
        var document = await _bed.Issue(Business, NewFlows.SecondCheck, Today);

        var refused = (await Assert.ThrowsAsync<RejectedException>(() => Propose(document, "kstt", Ground, dossier)))!;

        Assert.That(refused.Code, Is.EqualTo("move-unsafe"));
        Assert.That(refused.Reason.En, Does.Contain(dossier.Code));
    }

    [Test]
    public async Task Dossiers_are_moved_on_the_first_day_of_the_version_and_not_before()
    {
        var dossier = await _bed.Receive();
        var document = await _bed.Issue(Business, NewFlows.QuickerAppraisal, Today.AddDays(1));
        await Approve(await Propose(document, "kstt", Ground, dossier), "leader");

        await _bed.Settle();
        var before = (await _bed.Dossier(dossier.InstanceId)).ProcedureVersion;
        _bed.Clock.Advance(TimeSpan.FromDays(1));
        await _bed.Settle();

        Assert.That((before, (await _bed.Dossier(dossier.InstanceId)).ProcedureVersion), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task The_report_says_which_were_moved_and_why_the_others_were_not()
    {
        var moves = await _bed.Receive();
        var goesOn = await _bed.Receive();
        var document = await _bed.Issue(Business, NewFlows.SecondCheck, Today);
        var move = await Propose(document, "kstt", Ground, moves, goesOn);
        await _bed.Complete(goesOn.InstanceId, "appraise", "specialist", "Eligible", Samples.Eligible);

        await Approve(move, "leader");
        await _bed.Settle();

        var report = await Report(move);
        Assert.That((report.Move.Status, report.Moved, report.Refused), Is.EqualTo((MoveStatus.Done, 1, 1)));
        var refused = report.Lines.Single(line => line.DossierId == goesOn.InstanceId);
        Assert.That(refused.RefusalVi, Does.Contain("chưa làm"));
        Assert.That((await _bed.Dossier(goesOn.InstanceId)).ProcedureVersion, Is.EqualTo(1));
    }

    [Test]
    public async Task The_report_is_a_record_on_paper_that_stays_the_same()
    {
        var moves = await _bed.Receive();
        var goesOn = await _bed.Receive();
        var document = await _bed.Issue(Business, NewFlows.SecondCheck, Today);
        var move = await Propose(document, "kstt", Ground, moves, goesOn);
        await _bed.Complete(goesOn.InstanceId, "appraise", "specialist", "Eligible", Samples.Eligible);
        var proposed = PdfText.Of((await Print(move)).Pdf);
        await Approve(move, "leader");
        await _bed.Settle();

        var report = await Print(move);
        _bed.Clock.Advance(TimeSpan.FromDays(3));

        Assert.That(proposed, Does.Contain("ĐỀ NGHỊ CHUYỂN HỒ SƠ").And.Contain("chờ thực hiện").And.Contain(Ground));
        Assert.That(PdfText.Of(report.Pdf), Does.Contain("BÁO CÁO CHUYỂN HỒ SƠ").And.Contain("1 hồ sơ đã chuyển, 1 hồ sơ ở lại").And.Contain(goesOn.Code).And.Contain("chưa làm").And.Contain("Huỳnh Văn Phúc"));
        Assert.That((await Print(move)).Pdf, Is.EqualTo(report.Pdf));
    }

    [Test]
    public async Task Carried_out_again_a_batch_adds_nothing()
    {
        var dossier = await _bed.Receive();
        var document = await _bed.Issue(Business, NewFlows.QuickerAppraisal, Today);
        var move = await Move(document, dossier);
        var facts = (await _bed.Facts(dossier.InstanceId)).Count;

        var row = (await Report(move)).Move;
        var target = await _bed.Run<ProcedureLibrary, ProcedureVersion>(l => Task.FromResult(l.Get(Business, 2)));
        await _bed.Run<MoveDossier, DossierMoved>(m => m.Run(row, dossier.InstanceId, target, default));
        await _bed.Settle();

        Assert.That(await _bed.Facts(dossier.InstanceId), Has.Count.EqualTo(facts));
    }

    [Test]
    public async Task A_rejected_proposal_moves_nothing_and_is_decided_once()
    {
        var dossier = await _bed.Receive();
        var document = await _bed.Issue(Business, NewFlows.QuickerAppraisal, Today);
        var move = await Propose(document, "kstt", Ground, dossier);
        var leader = await _bed.As("leader");

        await _bed.Run<DecideMove>(d => d.Reject(leader, move, "Để hồ sơ cũ theo bản cũ.", _bed.NewCommand(), default));
        var second = (await Assert.ThrowsAsync<RejectedException>(() => Approve(move, "leader2")))!;
        await _bed.Settle();

        Assert.That(second.Code, Is.EqualTo("move-decided"));
        Assert.That((await _bed.Dossier(dossier.InstanceId)).ProcedureVersion, Is.EqualTo(1));
    }

    /// <summary>A dossier whose date is promised.</summary>
    private async Task<DossierRow> Received() => await _bed.Dossier((await _bed.Receive()).InstanceId);

    private async Task<Rehearsal> Rehearse(string document)
    {
        var iso = await _bed.As("iso");
        return await _bed.Run<RehearseMove, Rehearsal>(r => r.Run(iso, document, null, default));
    }

    private static RehearsedDossier Of(Rehearsal rehearsal, DossierRow dossier) =>
        rehearsal.Dossiers.Single(each => each.DossierId == dossier.InstanceId);

    private async Task<string> Move(string document, params DossierRow[] dossiers)
    {
        var move = await Propose(document, "kstt", Ground, dossiers);
        await Approve(move, "leader");
        await _bed.Settle();
        return move;
    }

    private async Task<string> Propose(string document, string by, string ground, params DossierRow[] dossiers)
    {
        var actor = await _bed.As(by);
        return await _bed.Run<ProposeMove, string>(p => p.Run(
            actor, document, [.. dossiers.Select(row => row.InstanceId)], ground, _bed.NewCommand(), default));
    }

    private async Task Approve(string move, string by)
    {
        var actor = await _bed.As(by);
        await _bed.Run<DecideMove>(d => d.Approve(actor, move, _bed.NewCommand(), default));
    }

    private async Task<MoveView> Report(string move)
    {
        var iso = await _bed.As("iso");
        return await _bed.Run<MoveReport, MoveView>(r => r.Run(iso, move, default));
    }

    private async Task<PrintedDocument> Print(string move)
    {
        var iso = await _bed.As("iso");
        return await _bed.Run<PrintMove, PrintedDocument>(print => print.Run(iso, move, "vi", default));
    }

    private async Task<DateTimeOffset> DueAt(TaskRow task)
    {
        await using var db = _bed.Office.OpenDb();
        return (await db.Set<DueRow>().IgnoreQueryFilters().SingleAsync(row =>
            row.InstanceId == task.InstanceId && row.Kind == DueKind.StepDue && row.Status == DueStatus.Pending)).DueAt;
    }

    private async Task Give(string person, string role)
    {
        await using var db = _bed.Office.OpenDb();
        db.Add(new PersonRole
        {
            AgencyId = DossierBed.Ward,
            Id = $"{person}-{role}",
            PersonId = person,
            Role = role,
            FromOn = Today,
            GivenBy = "test",
            GivenAt = _bed.Clock.Now,
        });
        await db.SaveChangesAsync();
    }
}
