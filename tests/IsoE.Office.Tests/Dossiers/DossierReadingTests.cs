using IsoE.Office.Calendars;
using IsoE.Office.Deadlines;
using IsoE.Office.Dossiers;
using IsoE.Office.Reports;
using IsoE.Office.Storage;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Dossiers;

public sealed class DossierReadingTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [TestCase("dao")]
    [TestCase("NGUYỄN đào")]
    [TestCase("261102-0001")]
    [TestCase("0912345678")]
    [TestCase("079085001234")]
    public async Task A_dossier_is_found_without_diacritics_by_code_phone_or_identity_number(string text)
    {
        await _bed.Receive();
        await _bed.Receive(form => form with
        {
            Applicant = form.Applicant with { Name = "Lê Bình", Phone = "0987654321", IdentityNumber = "079085009999" },
        });

        var page = await Search(new DossierSearch(text));

        Assert.That(page.Dossiers.Select(item => item.ApplicantName), Is.EqualTo(new[] { "Nguyễn Văn Đào" }));
    }

    [Test]
    public async Task Lists_mask_identity_number_and_phone()
    {
        await _bed.Receive();

        var item = (await Search(new DossierSearch())).Dossiers.Single();

        Assert.That((item.IdentityNumber, item.Phone), Is.EqualTo(("•••••••••234", "•••••••678")));
    }

    [Test]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        for (var i = 0; i < 5; i++)
            await _bed.Receive();

        var first = await Search(new DossierSearch(Size: 3));
        var second = await Search(new DossierSearch(Size: 3, After: first.Next));

        Assert.That(second.Next, Is.Null);
        Assert.That(first.Dossiers.Concat(second.Dossiers).Select(item => item.Code).Distinct().Count(), Is.EqualTo(5));
    }

    [Test]
    public async Task Filters_narrow_by_status_and_lateness()
    {
        var done = (await _bed.Receive()).InstanceId;
        await _bed.Complete(done, "appraise", "specialist", "Eligible", Samples.Eligible);
        await _bed.Receive();
        _bed.Clock.Advance(TimeSpan.FromDays(10));
        await _bed.Receive();

        Assert.That((await Search(new DossierSearch(Statuses: [4]))).Dossiers, Has.Count.EqualTo(1));
        Assert.That((await Search(new DossierSearch(OverdueOnly: true))).Dossiers, Has.Count.EqualTo(2));
        Assert.That((await Search(new DossierSearch(ProcedureCode: "1.004873"))).Dossiers, Is.Empty);
    }

    [Test]
    public async Task A_clerk_finds_only_what_the_clerk_works_on()
    {
        var id = (await _bed.Receive()).InstanceId;
        var before = await Search(new DossierSearch(), "clerk");
        await _bed.Complete(id, "appraise", "specialist", "Eligible", Samples.Eligible);
        await _bed.Complete(id, "sign", "head", "Signed");
        var after = await Search(new DossierSearch(), "clerk");

        Assert.That((before.Dossiers.Count, after.Dossiers.Count), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task An_administrator_reads_no_dossier()
    {
        var id = (await _bed.Receive()).InstanceId;
        var admin = await _bed.As("admin");

        var searching = await Assert.ThrowsAsync<RejectedException>(() => Search(new DossierSearch(), "admin"));
        var opening = await Assert.ThrowsAsync<RejectedException>(
            () => _bed.Run<FindDossier, DossierView?>(query => query.Run(admin, id, default)));

        Assert.That(new[] { searching!.Code, opening!.Code }, Is.All.EqualTo("not-allowed"));
    }

    [Test]
    public async Task Another_agency_neither_finds_nor_changes_the_dossier()
    {
        var dossier = await _bed.Receive();
        var stranger = await _bed.As("other-leader", DossierBed.OtherCommune);

        var view = await _bed.Run<FindDossier, DossierView?>(query => query.Run(stranger, dossier.Code, default), DossierBed.OtherCommune);
        var page = await _bed.Run<SearchDossiers, DossierPage>(query => query.Run(stranger, new DossierSearch(), default), DossierBed.OtherCommune);
        var stopping = await Assert.ThrowsAsync<RejectedException>(() => _bed.Run<StopDossier>(
            command => command.Run(stranger, dossier.InstanceId, "Nhầm", "c", default), DossierBed.OtherCommune));

        Assert.That(view, Is.Null);
        Assert.That(page.Dossiers, Is.Empty);
        Assert.That(stopping!.Code, Is.EqualTo("dossier-unknown"));
    }

    [Test]
    public async Task The_page_of_a_dossier_tells_its_life()
    {
        var id = (await _bed.Receive()).InstanceId;
        await _bed.Complete(id, "appraise", "specialist", "Eligible", Samples.Eligible);
        var head = await _bed.As("head");

        var view = (await _bed.Run<FindDossier, DossierView?>(query => query.Run(head, id, default)))!;

        Assert.That(view.Steps["appraise"], Is.EqualTo(StepState.Done));
        Assert.That(view.Steps["sign"], Is.EqualTo(StepState.Now));
        Assert.That(view.Steps.Keys, Has.No.Member("issue"));
        Assert.That(view.OpenTasks.Single().ActivityId, Is.EqualTo("sign"));
        Assert.That(view.Promise!.DueAt, Is.EqualTo(view.Dossier.PromisedAt));
        Assert.That(view.Timeline[0].Title.En, Is.EqualTo("Dossier handed in"));
        Assert.That(view.Timeline[0].Person, Is.EqualTo("Nguyễn Thị Mai"));
        Assert.That(view.Timeline.Select(entry => entry.Title.Vi), Has.Some.Contains("Hoàn thành bước: Kiểm tra tính hợp lệ"));
        Assert.That(view.Actions, Does.Contain(DossierAction.Extend).And.Not.Contain(DossierAction.Stop));
    }

    [Test]
    public async Task Nearly_due_is_one_moment_for_rows_lists_overview_and_bell()
    {
        var id = (await _bed.Receive()).InstanceId;
        var leader = await _bed.As("leader");
        // Three working days from Monday 02/11 end on Thursday 05/11; the last of them begins when Wednesday's work ends.
        var moment = VietnamTime.ToInstant(new DateTime(2026, 11, 4, 17, 0, 0));

        foreach (var (now, expected) in new[] { (moment.AddMinutes(-1), 0), (moment, 1) })
        {
            _bed.Clock.Now = now;
            await _bed.Sweep();
            var overview = await _bed.Run<ReadOverview, Overview>(read => read.Run(leader, default));
            var list = (await Search(new DossierSearch(NearlyDueOnly: true))).Dossiers;
            Assert.That((overview.DueSoon, list.Count, list.Count(item => item.IsNearlyDue)), Is.EqualTo((expected, expected, expected)));
            Assert.That((await _bed.Facts(id)).OfType<DossierNearlyDue>().Count(), Is.EqualTo(expected));
            Assert.That((await _bed.Dossier(id)).IsNearlyDue(now), Is.EqualTo(expected == 1));
        }
    }

    [Test]
    public async Task A_task_is_nearly_due_from_the_moment_its_bell_rings()
    {
        var id = (await _bed.Receive()).InstanceId;
        var task = await _bed.OpenTask(id);
        await using var db = _bed.Office.OpenDb();
        var bell = await db.Set<DueRow>().IgnoreQueryFilters().SingleAsync(row => row.BookmarkId == task.BookmarkId && row.Kind == DueKind.StepNearlyDue);

        Assert.That(task.NearlyDueAt, Is.EqualTo(bell.DueAt));
        Assert.That(task.IsNearlyDue(bell.DueAt.AddMinutes(-1)), Is.False);
        Assert.That(task.IsNearlyDue(bell.DueAt));
        Assert.That(task.IsNearlyDue(task.DueAt.AddMinutes(1)), Is.False, "late is more than nearly due");
    }

    [Test]
    public async Task The_public_sees_a_dossier_by_its_secret_with_names_masked()
    {
        var dossier = await _bed.Receive();
        await _bed.Complete(dossier.InstanceId, "appraise", "specialist", "NeedsSupplement", Samples.Supplement);

        var seen = (await _bed.Run<TrackDossier, PublicDossier?>(query => query.BySecret(dossier.TrackingSecret, default)))!;

        Assert.That(seen.ApplicantName, Is.EqualTo("Nguyễn V. Đ."));
        Assert.That((seen.NationalStatus, seen.Stage), Is.EqualTo((5, 2)));
        Assert.That(seen.Pause!.Vi, Is.EqualTo("chờ bổ sung hồ sơ"));
        Assert.That(seen.WaitsFor!.En, Is.EqualTo("Reception officer"));
    }

    [TestCase("5678", true)]
    [TestCase("0912345678", true)]
    [TestCase("1234", false)]
    [TestCase("8", false)]
    [TestCase("", false)]
    public async Task The_code_alone_opens_nothing_without_the_digits_of_the_phone(string digits, bool opens)
    {
        var dossier = await _bed.Receive();

        var seen = await _bed.Run<TrackDossier, PublicDossier?>(query => query.ByCode(dossier.Code, digits, default));

        Assert.That(seen is not null, Is.EqualTo(opens));
    }

    [Test]
    public async Task What_the_answer_rests_on_is_the_same_until_something_happens()
    {
        var dossier = await _bed.Receive();
        Task<string?> State() => _bed.Run<TrackDossier, string?>(query => query.StateOf(dossier.TrackingSecret, default));
        var (first, second) = (await State(), await State());
        await _bed.Complete(dossier.InstanceId, "appraise", "specialist", "NeedsSupplement", Samples.Supplement);

        Assert.That(second, Is.EqualTo(first).And.Not.Empty);
        Assert.That(await State(), Is.Not.EqualTo(first));
    }

    [Test]
    public async Task A_wrong_secret_opens_nothing()
    {
        await _bed.Receive();
        Assert.That(await _bed.Run<TrackDossier, string?>(query => query.StateOf("", default)), Is.Null);

        Assert.That(await _bed.Run<TrackDossier, PublicDossier?>(query => query.BySecret("", default)), Is.Null);
    }

    private async Task<DossierPage> Search(DossierSearch search, string person = "reception")
    {
        var actor = await _bed.As(person);
        return await _bed.Run<SearchDossiers, DossierPage>(query => query.Run(actor, search, default));
    }
}
