using System.Text.Json;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Records;
using IsoE.Office.Reports;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Dossiers;

/// <summary>Dossiers that officers open for the agency itself: the running procedures of its quality system.</summary>
public sealed class InternalDossierTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private static readonly object Registered = new { ncNumber = "07/2026", responsibleUnit = "economy", clauseConfirmed = "8.5.1" };
    private static readonly object Contained = new { correction = "Hẹn lại đúng thời hạn", correctedOn = "02/11/2026" };
    private static readonly object Cause = new { causeMethod = "other", rootCause = "Lịch làm việc cũ", elsewhere = false };
    private static readonly object Plan = new { action1 = "Cập nhật lịch", actionUnit1 = "economy", actionDueOn1 = "10/11/2026", changesDocument = false, changesRisk = false };
    private static readonly object Done = new { actionsDone = "Đã cập nhật", actionEvidence = "Ảnh chụp", completedOn = "02/11/2026" };

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task It_has_a_number_of_its_procedure_and_year_and_no_receipt()
    {
        var first = await _bed.OpenInternal();
        var second = await _bed.OpenInternal();

        var task = await _bed.OpenTask(second.InstanceId);
        await using var db = _bed.Office.OpenDb();
        Assert.Multiple(() =>
        {
            Assert.That((first.Code, second.Code), Is.EqualTo(("H29.150-QT-04-2026-001", "H29.150-QT-04-2026-002")));
            Assert.That((second.Subject, second.ApplicantName, second.NationalStatus), Is.EqualTo(("Hẹn trả không đúng thời hạn", "Đặng Quốc Bảo", NationalStatus.Accepted)));
            Assert.That((task.ActivityId, task.Role), Is.EqualTo(("register", Roles.IsoSecretary)));
            Assert.That(db.Set<RecordRow>().IgnoreQueryFilters().Any(), Is.False);
        });
    }

    [Test]
    public async Task Sent_twice_it_is_opened_once()
    {
        var id = _bed.Office.NewId();

        var first = await _bed.OpenInternal(form => form with { DossierId = id });
        var again = await _bed.OpenInternal(form => form with { DossierId = id });

        Assert.That(again.Code, Is.EqualTo(first.Code));
    }

    [Test]
    public async Task Only_the_roles_that_the_procedure_names_open_it()
    {
        var refusal = await Refused(() => _bed.OpenInternal(form => form with { ProcedureCode = "QT-06", CaseId = "periodic" }));
        var administrator = await Refused(() => _bed.OpenInternal(by: "admin"));
        var offered = await _bed.Run<OpenInternalDossier, IReadOnlyList<ProcedureVersion>>(async command => command.Offered(await _bed.As("reception")));

        Assert.Multiple(() =>
        {
            Assert.That(refusal.Code, Is.EqualTo("not-your-procedure"));
            Assert.That(refusal.Reason.Vi, Does.Contain("Đại diện lãnh đạo về chất lượng"));
            Assert.That(administrator.Code, Is.EqualTo("not-allowed"));
            Assert.That(offered.Select(version => version.Code), Is.EqualTo(new[] { "QT-02", "QT-04" }));
        });
    }

    [Test]
    public async Task A_form_that_is_not_filled_in_is_refused_by_field_and_takes_no_number()
    {
        var refusal = await Refused(() => _bed.OpenInternal(form => form with { Form = JsonSerializer.SerializeToElement(new { title = "x" }) }));

        Assert.That(refusal.Fields.Keys, Is.SupersetOf(new[] { "description", "evidence", "detectedOn", "unit" }));
        Assert.That((await _bed.OpenInternal()).Code, Is.EqualTo("H29.150-QT-04-2026-001"));
    }

    [TestCase("QT-04")]
    [TestCase("NB-01")]
    public async Task Nothing_internal_is_received_at_the_counter(string code)
    {
        var refusal = await Refused(() => _bed.Receive(form => form with { ProcedureCode = code }));

        Assert.That(refusal.Code, Is.EqualTo("procedure-internal"));
    }

    [TestCase("1.001612")]
    [TestCase("NB-01")]
    public async Task Only_internal_procedures_that_name_their_openers_are_opened(string code) =>
        Assert.That((await Refused(() => _bed.OpenInternal(form => form with { ProcedureCode = code }))).Code, Is.EqualTo("procedure-not-opened"));

    [Test]
    public async Task It_stands_in_a_list_of_its_own_and_is_found_by_the_dossier_it_comes_from()
    {
        var dossier = await _bed.OpenInternal();
        await _bed.Receive();

        await Assert.MultipleAsync(async () =>
        {
            Assert.That((await Search(new DossierSearch(), "leader")).Select(item => item.Subject), Is.EqualTo(new string?[] { null }));
            Assert.That((await Search(new DossierSearch("261102-0012", Internal: true), "leader")).Select(item => item.Code), Is.EqualTo(new[] { dossier.Code }));
        });
    }

    [Test]
    public async Task Officers_read_what_they_opened_or_work_on_the_quality_people_read_all()
    {
        var dossier = await _bed.OpenInternal();

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await Search(new DossierSearch(Internal: true), "specialist"), Has.Count.EqualTo(1));
            Assert.That(await Search(new DossierSearch(Internal: true), "specialist2"), Is.Empty);
            Assert.That(await Search(new DossierSearch(Internal: true), "iso"), Has.Count.EqualTo(1));
            Assert.That((await Refused(() => Read(dossier.Code, "reception"))).Code, Is.EqualTo("not-allowed"));
            Assert.That((await Read(dossier.Code, "qmr"))!.Actions, Is.EqualTo(new[] { DossierAction.Stop, DossierAction.AddAttachment }));
            Assert.That((await Read(dossier.Code, "specialist"))!.Actions, Is.EqualTo(new[] { DossierAction.AddAttachment }));
        });
    }

    [Test]
    public async Task Statistics_registers_and_tracking_of_applicants_do_not_know_it()
    {
        var dossier = await _bed.OpenInternal();
        var month = new Period(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30));
        var leader = await _bed.As("leader");

        var compliance = await _bed.Run<ReadCompliance, Compliance>(read => read.Run(leader, month, null, null, default));
        var overview = await _bed.Run<ReadOverview, Overview>(read => read.Run(leader, default));
        var tracked = await _bed.Run<TrackDossier, PublicDossier?>(track => track.BySecret(dossier.TrackingSecret, default));

        Assert.That((compliance.Total.Received, overview.Open, overview.Weeks.Sum(week => week.Received), tracked), Is.EqualTo((0, 0, 0, (PublicDossier?)null)));
    }

    [Test]
    public async Task Waiting_for_the_effect_stops_its_clock_and_the_check_comes_when_the_time_is_over()
    {
        var id = (await _bed.OpenInternal()).InstanceId;
        await Act(id);
        var waiting = await _bed.Dossier(id);

        _bed.Clock.Now = new DateTimeOffset(2026, 12, 3, 1, 0, 0, TimeSpan.Zero);
        await _bed.Sweep();

        var after = await _bed.Dossier(id);
        await Assert.MultipleAsync(async () =>
        {
            Assert.That((waiting.IsPaused, after.IsPaused), Is.EqualTo((true, false)));
            Assert.That(after.PromisedAt, Is.GreaterThan(waiting.PromisedAt!.Value));
            Assert.That((await _bed.OpenTask(id)).ActivityId, Is.EqualTo("verify-effect"));
        });
    }

    [Test]
    public async Task Only_the_quality_people_cut_its_waiting_short()
    {
        var id = (await _bed.OpenInternal()).InstanceId;
        await Act(id);

        var refusal = await Refused(() => GoOn(id, "head"));
        await GoOn(id, "qmr");

        Assert.That(refusal.Code, Is.EqualTo("not-allowed"));
        Assert.That((await _bed.OpenTask(id)).ActivityId, Is.EqualTo("verify-effect"));
    }

    [Test]
    public async Task Nobody_of_the_unit_concerned_judges_the_effect_and_the_refusal_names_others()
    {
        await Place("auditor", "economy");
        var id = (await _bed.OpenInternal()).InstanceId;
        await Act(id);
        _bed.Clock.Now = new DateTimeOffset(2026, 12, 3, 1, 0, 0, TimeSpan.Zero);
        await _bed.Sweep();

        var refusal = await Refused(() => _bed.Complete(id, "verify-effect", "auditor", "Effective", new { effectEvidence = "x", recurred = false }));
        await _bed.Complete(id, "verify-effect", "auditor2", "Effective", new { effectEvidence = "30 hồ sơ", recurred = false });

        Assert.That(refusal.Code, Is.EqualTo("sod-6"));
        Assert.That(refusal.Reason.Vi, Does.Contain("Lâm Thị Hồng").And.Not.Contain("thay: Phan Văn Đức"));
    }

    [Test]
    public async Task It_is_completed_with_its_last_record_and_nothing_is_left_to_hand_over()
    {
        var id = (await _bed.OpenInternal()).InstanceId;
        await _bed.Complete(id, "register", "iso", "Registered", Registered);
        await _bed.Complete(id, "contain", "head", "CorrectionOnly", new { correction = "Hẹn lại", correctedOn = "02/11/2026", onlyReason = "Lỗi đơn lẻ" });

        await _bed.Complete(id, "confirm-correction", "qmr", "Confirmed", new { confirmNote = "Đồng ý" });

        var dossier = await _bed.Dossier(id);
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(NationalStatus.NameOf(dossier.NationalStatus, dossier.IsInternal).En, Is.EqualTo("Completed"));
            Assert.That(dossier.ResultRecord, Is.EqualTo("nc-file"));
            Assert.That((await Read(dossier.Code, "qmr"))!.Actions, Is.Empty);
            Assert.That((await _bed.Tasks(id)).Where(task => task.Status == TaskState.Open), Is.Empty);
        });
    }

    [Test]
    public async Task Stopped_by_the_quality_representative_it_leaves_no_notice_to_an_applicant()
    {
        var id = (await _bed.OpenInternal()).InstanceId;
        var actor = await _bed.As("qmr");

        await _bed.Run<StopDossier>(stop => stop.Run(actor, id, "Lập trùng", _bed.NewCommand(), default));

        await using var db = _bed.Office.OpenDb();
        Assert.That((await _bed.Dossier(id)).NationalStatus, Is.EqualTo(NationalStatus.Stopped));
        Assert.That(db.Set<RecordRow>().IgnoreQueryFilters().Any(), Is.False);
    }

    /// <summary>From the registration to the end of the corrective action.</summary>
    private async Task Act(string id)
    {
        await _bed.Complete(id, "register", "iso", "Registered", Registered);
        await _bed.Complete(id, "contain", "head", "Contained", Contained);
        await _bed.Complete(id, "analyse-cause", "head", "Analysed", Cause);
        await _bed.Complete(id, "plan-action", "head", "Planned", Plan);
        await _bed.Complete(id, "approve-action", "qmr", "Approved");
        await _bed.Complete(id, "act", "head", "Implemented", Done);
    }

    private async Task GoOn(string id, string by)
    {
        var actor = await _bed.As(by);
        await _bed.Run<ReceiveOutsideEvent>(command => command.Run(actor, new OutsideEvent(id, "effect-check", default, [], _bed.NewCommand()), default));
    }

    private async Task Place(string person, string unit)
    {
        await using var db = _bed.Office.OpenDb();
        (await db.Set<Person>().IgnoreQueryFilters().SingleAsync(row => row.Id == person)).UnitCode = unit;
        await db.SaveChangesAsync();
    }

    private async Task<IReadOnlyList<DossierListItem>> Search(DossierSearch search, string by)
    {
        var actor = await _bed.As(by);
        return (await _bed.Run<SearchDossiers, DossierPage>(query => query.Run(actor, search, default))).Dossiers;
    }

    private async Task<DossierView?> Read(string code, string by)
    {
        var actor = await _bed.As(by);
        return await _bed.Run<FindDossier, DossierView?>(find => find.Run(actor, code, default));
    }

    private static async Task<RejectedException> Refused(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (RejectedException refusal)
        {
            return refusal;
        }

        throw new AssertionException("It was not refused.");
    }
}
