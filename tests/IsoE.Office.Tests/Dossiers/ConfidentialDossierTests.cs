using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Records;
using IsoE.Office.Reports;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Office.Tests.Records;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Dossiers;

/// <summary>A denunciation is open to the people named for it, whatever roles others hold (SoD-10).</summary>
public sealed class ConfidentialDossierTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private DossierBed _bed = null!;
    private DossierRow _dossier = null!;
    private string _ordinary = null!;

    private string Id => _dossier.InstanceId;

    [SetUp]
    public async Task Start()
    {
        _bed = await DossierBed.Start(Kind);
        _ordinary = (await _bed.Receive()).Code;
        _dossier = await _bed.Receive(form => Samples.Denunciation(form.DossierId) with
        {
            Applicant = Samples.Applicant with { Name = "Lê Thị Kín" },
        });
        await _bed.Complete(Id, "register", "reception", "Registered", new { registerNumber = 3, leader = "leader" });
    }

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [TestCase("reception", true)]
    [TestCase("leader", true)]
    [TestCase("leader2", false)]
    [TestCase("kstt", false)]
    [TestCase("auditor", false)]
    public async Task Lists_and_counts_hold_it_for_named_people_only(string person, bool named)
    {
        var actor = await _bed.As(person);

        var found = await _bed.Run<SearchDossiers, DossierPage>(query => query.Run(actor, new DossierSearch(), default));
        var byName = await _bed.Run<SearchDossiers, DossierPage>(query => query.Run(actor, new DossierSearch("le thi kin"), default));
        var counts = await _bed.Run<SearchDossiers, IReadOnlyDictionary<int, int>>(query => query.CountByStatus(actor, default));

        Assert.That(found.Dossiers.Select(each => each.Code), Is.EquivalentTo(named ? new[] { _ordinary, _dossier.Code } : [_ordinary]));
        Assert.That(byName.Dossiers, Has.Count.EqualTo(named ? 1 : 0));
        Assert.That(counts.Values.Sum(), Is.EqualTo(named ? 2 : 1));
    }

    [TestCase("leader2")]
    [TestCase("qmr")]
    [TestCase("onestop")]
    public async Task Its_page_and_its_papers_are_refused_to_others(string person)
    {
        var actor = await _bed.As(person);

        var page = await Refused(() => _bed.Run<FindDossier, DossierView?>(query => query.Run(actor, _dossier.Code, default)));
        var paper = await Refused(() => _bed.Run<PrintControlSheet, PrintedDocument>(query => query.Run(actor, Id, default)));

        Assert.That((page.Code, paper.Code), Is.EqualTo(("sod-10", "sod-10")));
        Assert.That(page.Reason.Vi, Does.Not.Contain("Kín"));
    }

    [Test]
    public async Task A_named_person_opens_it() =>
        Assert.That(await _bed.Run<FindDossier, DossierView?>(async query => await query.Run(await _bed.As("leader"), _dossier.Code, default)), Is.Not.Null);

    [Test]
    public async Task Its_task_stands_in_the_inbox_of_the_named_person_only()
    {
        var leader = await Inboxes("leader");
        var other = await Inboxes("leader2");

        Assert.That(leader.Mine, Is.EqualTo(1));
        Assert.That((other.Mine, other.Unit), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Its_task_is_neither_done_nor_taken_nor_moved_by_anybody_else_nor_given_back()
    {
        var task = await _bed.OpenTask(Id);
        var other = await _bed.As("leader2");
        var named = await _bed.As("leader");

        var done = await Refused(() => _bed.Complete(Id, "name-examiner", "leader2", "Named", new { examiner = "specialist" }));
        var claimed = await Refused(() => _bed.Run<ClaimTask>(command => command.Run(other, task.Id, _bed.NewCommand(), default)));
        var moved = await Refused(() => _bed.Run<ReassignTask>(
            command => command.Run(other, new Reassignment(task.Id, task.Version, "leader2", "Bận", _bed.NewCommand()), default)));
        var released = await Refused(() => _bed.Run<ReleaseTask>(command => command.Run(named, task.Id, _bed.NewCommand(), default)));

        Assert.That(new[] { done.Code, claimed.Code, moved.Code, released.Code }, Is.EqualTo(new[] { "task-named", "task-named", "sod-10", "task-named" }));
    }

    [Test]
    public async Task The_named_person_can_hand_over_to_somebody_who_then_sees_it()
    {
        var task = await _bed.OpenTask(Id);
        await _bed.Run<ReassignTask>(async command => await command.Run(
            await _bed.As("leader"), new Reassignment(task.Id, task.Version, "leader2", "Đi công tác", _bed.NewCommand()), default));

        await _bed.Complete(Id, "name-examiner", "leader2", "Named", new { examiner = "specialist" });

        Assert.That((await _bed.OpenTask(Id)).AssigneeId, Is.EqualTo("specialist"));
    }

    [Test]
    public async Task The_register_counts_it_without_saying_who()
    {
        var printed = await _bed.Run<PrintRegister, IReadOnlyList<PrintedDocument>>(async query => await query.Run(
            await _bed.As("kstt"), new Period(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30)), default));

        var text = PdfText.Of(printed.Single().Pdf);
        Assert.That(text, Does.Contain(_dossier.Code).And.Contain("(bảo mật)").And.Not.Contain("Lê Thị Kín"));
    }

    [Test]
    public async Task Late_it_is_counted_in_the_overview_but_not_shown_to_others()
    {
        await _bed.Complete(Id, "name-examiner", "leader", "Named", new { examiner = "specialist" });
        await _bed.Complete(Id, "examine", "specialist", "Acceptable", new { identified = true, content = "Thu tiền không biên lai" });
        await _bed.Complete(Id, "sign-examination", "leader", "Signed");
        _bed.Clock.Advance(TimeSpan.FromDays(60));

        var named = await Overviewed("leader");
        var other = await Overviewed("leader2");

        Assert.That((named.Overdue, named.Worst.Count), Is.EqualTo((2, 2)));
        Assert.That((other.Overdue, other.Worst.Single().Code), Is.EqualTo((2, _ordinary)));
    }

    [Test]
    public async Task Nobody_tracks_it_in_public()
    {
        var bySecret = await _bed.Run<TrackDossier, PublicDossier?>(query => query.BySecret(_dossier.TrackingSecret, default));
        var byCode = await _bed.Run<TrackDossier, PublicDossier?>(query => query.ByCode(_dossier.Code, _dossier.Phone!, default));

        Assert.That((bySecret, byCode), Is.EqualTo(((PublicDossier?)null, (PublicDossier?)null)));
    }

    [TestCase("head", "an agency without such a role")]
    [TestCase("other-specialist", "another agency")]
    [TestCase("nobody", "nobody at all")]
    public async Task Only_somebody_of_the_agency_with_the_role_can_be_named(string person, string because)
    {
        var refusal = await Refused(() => _bed.Complete(Id, "name-examiner", "leader", "Named", new { examiner = person }));

        Assert.That((refusal.Code, refusal.Fields.ContainsKey("examiner")), Is.EqualTo(("form-invalid", true)), because);
    }

    [Test]
    public async Task Two_people_of_a_team_are_two()
    {
        await _bed.Complete(Id, "name-examiner", "leader", "Named", new { examiner = "all-hands" });
        await _bed.Complete(Id, "examine", "all-hands", "Acceptable", new { identified = true, content = "Thu tiền không biên lai" });
        await _bed.Complete(Id, "sign-examination", "leader", "Signed");

        var refusal = await Refused(() => _bed.Complete(Id, "form-team", "leader", "Formed", Team("specialist", "specialist")));
        await _bed.Complete(Id, "form-team", "leader", "Formed", Team("specialist", "specialist2"));

        Assert.That(refusal.Fields.Keys, Is.EqualTo(new[] { "member" }));
        Assert.That(
            (await _bed.Tasks(Id)).Where(task => task.Status == TaskState.Open).Select(task => (task.ActivityId, task.AssigneeId)),
            Is.EquivalentTo(new[] { ("verify", "specialist"), ("collect", "specialist2") }));
    }

    [Test]
    public async Task Whoever_the_separation_of_duties_bars_is_not_named()
    {
        var id = (await _bed.Receive(form => Samples.Denunciation(form.DossierId))).InstanceId;
        await _bed.Complete(id, "register", "reception", "Registered", new { registerNumber = 4, leader = "all-hands" });
        await _bed.Complete(id, "name-examiner", "all-hands", "Named", new { examiner = "all-hands" });

        var refusal = await Refused(() => _bed.Complete(
            id, "examine", "all-hands", "Acceptable", new { identified = true, content = "Thu tiền không biên lai" }));

        Assert.That(refusal.Code, Is.EqualTo("sod-1"));
        Assert.That((await _bed.OpenTask(id)).ActivityId, Is.EqualTo("examine"));
    }

    private static object Team(string leader, string member) => new
    {
        number = "07/QĐ-UBND",
        teamLeader = leader,
        member,
        content = "Việc thu tiền của dân",
        noConflict = true,
    };

    private async Task<InboxCounts> Inboxes(string person)
    {
        var actor = await _bed.As(person);
        return await _bed.Run<Inbox, InboxCounts>(inbox => inbox.Count(actor, default));
    }

    private async Task<Overview> Overviewed(string person)
    {
        var actor = await _bed.As(person);
        return await _bed.Run<ReadOverview, Overview>(query => query.Run(actor, default));
    }

    private static async Task<RejectedException> Refused(Func<Task> run) => (await Assert.ThrowsAsync<RejectedException>(() => run()))!;
}
