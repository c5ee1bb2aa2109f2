using IsoE.Office.Dossiers;
using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Evidence;
using IsoE.Office.Quality.Nonconformities;
using IsoE.Office.Records;
using IsoE.Office.Records.Retention.Disposal;
using IsoE.Office.Records.Retention.Holds;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Tests.DocumentControl;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.Evidence;
using IsoE.Office.Tests.TestBed;
using Microsoft.EntityFrameworkCore;
using static IsoE.Office.Tests.TestBed.Refusal;

namespace IsoE.Office.Tests.Records;

/// <summary>Lists of what is destroyed once its term is over.</summary>
public sealed class DisposalTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private const string Ground = "Luật Lưu trữ 33/2024/QH15; Quyết định 12/QĐ-UBND";

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task End() => await _bed.DisposeAsync();

    [Test]
    public async Task What_two_people_approved_is_gone_and_everything_still_verifies()
    {
        var dossier = await _bed.Withdrawn();
        var before = await _bed.Dossier(dossier.InstanceId);
        var files = await _bed.Files(dossier.InstanceId);
        var seal = await _bed.Seal();
        Later();

        var list = await Propose();
        await Approve(list);

        var after = await _bed.Dossier(dossier.InstanceId);
        Assert.That((after.ApplicantName, after.IdentityNumber, after.Phone, after.Form, after.ErasedByList), Is.EqualTo(("(đã xóa)", (string?)null, (string?)null, "{}", "01/2037")));
        Assert.That((after.Code, after.Business, after.NationalStatus, after.ReceivedAt, after.FinishedAt), Is.EqualTo((before.Code, before.Business, before.NationalStatus, before.ReceivedAt, before.FinishedAt)));
        Assert.That(files, Has.Count.GreaterThan(2));
        Assert.That(files.Where(_bed.Office.Get<AttachmentStore>().Has), Is.Empty);
        var left = (await _bed.Facts(dossier.InstanceId)).OfType<DossierDestroyed>().Single();
        Assert.That((left.List.Number, left.List.ProposedBy, left.List.ApprovedBy, left.List.Ground), Is.EqualTo(("01/2037", "Lý Thị Hạnh", "Huỳnh Văn Phúc", Ground)));
        Assert.That(left.Records.Select(record => record.Code), Does.Contain("receipt").And.Contain("stop-notice"));
        await _bed.AssertVerifies(dossier.Code, seal);
    }

    [Test]
    public async Task The_minutes_are_a_record_that_names_the_list_and_no_applicant()
    {
        var dossier = await _bed.Withdrawn();
        Later();
        var list = await Propose();
        await Approve(list);

        var reader = await _bed.As("iso");
        var text = PdfText.Of((await _bed.Run<ReadDisposals, PrintedDocument>(read => read.Minutes(reader, list, default))).Pdf);

        Assert.That(text, Does.Contain("BIÊN BẢN HỦY TÀI LIỆU").And.Contain(dossier.Code).And.Contain("Lý Thị Hạnh").And.Contain("Huỳnh Văn Phúc").And.Contain("Danh mục hủy số 01/2037"));
        Assert.That(text, Does.Not.Contain("Đào"));
        await _bed.Seal();
        await _bed.AssertVerifies();
    }

    [Test]
    public async Task Pages_of_a_destroyed_dossier_are_read_and_its_records_refused_with_the_reason()
    {
        var dossier = await _bed.Withdrawn();
        var record = (await Records(dossier))[0];
        Later();
        await Approve(await Propose());

        var reader = await _bed.As("auditor");
        var view = (await _bed.Run<FindDossier, DossierView?>(find => find.Run(reader, dossier.Code, default)))!;
        Assert.That(view.Papers, Is.Empty);
        Assert.That(view.Timeline.Select(entry => entry.Title.En), Has.Some.Contains("Destroyed by list 01/2037").And.Some.Contains("erased lawfully"));
        Assert.That(await Records(dossier), Is.Empty);
        Assert.That(() => _bed.Run<OpenRecord>(open => open.Run(reader, record.Id, default)), Rejected("dossier-erased"));
        var quality = await _bed.Run<PrintDossierRecord, PrintedDocument>(print => print.Run(reader, dossier.InstanceId, default));
        Assert.That(PdfText.Of(quality.Pdf), Does.Contain(dossier.Code).And.Not.Contain("Đào"));
        Assert.That(() => _bed.Run<ReadAsOf>(read => read.Run(reader, dossier.Code, view.Timeline[0].Sequence, default)), Rejected("history-erased"));
    }

    [Test]
    public async Task Whoever_proposed_a_list_does_not_approve_it()
    {
        await _bed.Withdrawn();
        Later();
        var list = await Propose(by: "all-hands");

        Assert.That(() => Approve(list, "all-hands"), Rejected("sod-2"));
        Assert.That(() => Approve(list, "qmr"), Rejected("not-allowed"));
        Assert.That(() => Propose(by: "qmr"), Rejected("not-allowed"));
        await Approve(list, "leader2");
        Assert.That(() => Approve(list, "leader"), Rejected("list-decided"));
    }

    [Test]
    public async Task What_is_held_or_must_be_kept_or_is_listed_comes_on_no_list()
    {
        var issued = await _bed.Receive();
        await _bed.Complete(issued.InstanceId, "appraise", "specialist", "Eligible", Samples.Eligible);
        await _bed.Complete(issued.InstanceId, "sign", "head", "Signed");
        await _bed.Complete(issued.InstanceId, "issue", "clerk", "Issued", Samples.Issuing);
        var held = await _bed.Withdrawn();
        Assert.That(() => Propose(held), Rejected("not-due"), "its term runs");
        Later();
        await Hold(held);

        Assert.That((await Due()).Select(each => each.Dossier.Code), Is.EqualTo(new[] { held.Code }), "the certificate is kept for ever");
        Assert.That((await Due())[0].Obstacle!.En, Does.Contain("held by hold 1"));
        Assert.That(() => Propose(held), Rejected("not-due"));
        Assert.That(() => Propose(issued), Rejected("not-due"));

        await Lift();
        await Propose(held);
        Assert.That(() => Propose(held), Rejected("not-due"), "it stands on the first list");
    }

    [Test]
    public async Task A_list_holds_500_dossiers_and_those_that_must_stay_take_nobodys_place()
    {
        var held = await _bed.Withdrawn();
        await _bed.Copies(held, 502);
        await Hold(held);
        Later();

        var due = await Due();

        Assert.That(due.Count(each => each.Obstacle is null), Is.EqualTo(500));
        Assert.That(due[0].Dossier.Code, Is.EqualTo(held.Code), "the first ended first");
        Assert.That(due[^1].Dossier.Code, Is.EqualTo($"{held.Code}-500"));
        Assert.That(() => Propose([.. due.Select(each => each.Dossier.InstanceId)]), Rejected("too-many-dossiers"));
    }

    [Test]
    public async Task A_long_list_is_carried_out_in_portions()
    {
        var copies = await _bed.Copies(await _bed.Withdrawn(), CarryOutDisposal.Portion + 5);
        Later();
        var list = await Propose([.. copies.Select(copy => copy.InstanceId)]);
        var leader = await _bed.As("leader");
        await _bed.Run<DecideDisposal>(decide => decide.Approve(leader, list, _bed.NewCommand(), default));

        await Assert.ThrowsAsync<DeliverLaterException>(() => _bed.Run<CarryOutDisposal>(carry => carry.Deliver(
            new OutboxItem(DossierBed.Ward, list, DisposalProjection.CarryOutTopic, list, "{}", 1), default)));

        Assert.That((await View(list)).Lines.Count(line => line.EndedAt is not null), Is.EqualTo(CarryOutDisposal.Portion));
        await _bed.Settle();
        Assert.That(((await View(list)).List.Status, (await View(list)).Kept), Is.EqualTo((DisposalStatus.Done, CarryOutDisposal.Portion + 5)));
    }

    [Test]
    public async Task A_hold_placed_after_the_approval_still_keeps_the_dossier()
    {
        var dossier = await _bed.Withdrawn();
        Later();
        var list = await Propose();
        var leader = await _bed.As("leader");
        await _bed.Run<DecideDisposal>(decide => decide.Approve(leader, list, _bed.NewCommand(), default));
        await Hold(dossier);

        await _bed.Settle();

        var line = (await View(list)).Lines.Single();
        Assert.That(line.Refusal!.En, Does.Contain("held by hold 1"));
        Assert.That((await _bed.Dossier(dossier.InstanceId)).ErasedAt, Is.Null);
        Assert.That((await View(list)).List.Status, Is.EqualTo(DisposalStatus.Done));
    }

    [Test]
    public async Task A_dossier_taken_off_the_list_stays_with_the_reason_beside_it()
    {
        var first = await _bed.Withdrawn();
        var second = await _bed.Withdrawn(form => form with { DuplicateReason = "Nộp lại" }, "%PDF-1.7 khác");
        Later();
        var list = await Propose();
        var leader = await _bed.As("leader");
        await _bed.Run<DecideDisposal>(decide => decide.TakeOut(leader, list, second.InstanceId, "Có giá trị lịch sử", _bed.NewCommand(), default));
        await Approve(list);

        Assert.That((await _bed.Dossier(first.InstanceId)).ErasedAt, Is.Not.Null);
        Assert.That((await _bed.Dossier(second.InstanceId)).ErasedAt, Is.Null);
        Assert.That((await View(list)).Lines.Single(line => line.DossierId == second.InstanceId).TakenOutReason, Is.EqualTo("Có giá trị lịch sử"));
        Assert.That((await Due()).Single().Obstacle, Is.Null, "it can come on the next list");
    }

    [Test]
    public async Task Every_dossier_of_a_list_is_destroyed()
    {
        await _bed.Withdrawn();
        await _bed.Withdrawn(form => form with { DuplicateReason = "Nộp lại" }, "%PDF-1.7 khác");
        Later();
        var list = await Propose();

        await Approve(list);

        var view = await View(list);
        Assert.That((view.List.Status, view.Destroyed, view.Kept), Is.EqualTo((DisposalStatus.Done, 2, 0)));
    }

    [Test]
    public async Task A_confidential_dossier_is_seen_and_decided_on_by_its_people_only()
    {
        var dossier = await _bed.Withdrawn();
        Later();
        var list = await Propose();
        await Confide(dossier, to: "leader");

        Assert.That((await View(list)).Lines, Is.Empty);
        Assert.That(await Counted(list, "auditor"), Is.Zero);
        Assert.That(() => Approve(list, "leader2"), Rejected("sod-10"));
        Assert.That(await Counted(list, "leader"), Is.EqualTo(1));

        await Approve(list);
        Assert.That((await View(list)).Minutes, Is.Null);
        Assert.That((await View(list, "leader")).Minutes, Is.Not.Null);
    }

    [Test]
    public async Task A_rejected_list_destroys_nothing()
    {
        var dossier = await _bed.Withdrawn();
        Later();
        var list = await Propose();
        var leader = await _bed.As("leader");
        await _bed.Run<DecideDisposal>(decide => decide.Reject(leader, list, "Chờ thanh tra", _bed.NewCommand(), default));
        await _bed.Settle();

        Assert.That((await _bed.Dossier(dossier.InstanceId)).ErasedAt, Is.Null);
        Assert.That((await View(list)).List.Reason, Is.EqualTo("Chờ thanh tra"));
    }

    [Test]
    public async Task A_file_that_another_dossier_has_too_stays_until_that_one_is_destroyed()
    {
        var first = await _bed.Withdrawn();
        var second = await _bed.Withdrawn(form => form with { DuplicateReason = "Nộp lại" });
        await using var db = _bed.Office.OpenDb();
        var shared = (await db.Attachments.IgnoreQueryFilters().Select(row => row.Sha256).Distinct().ToListAsync()).Single();
        Later();

        await Approve(await Propose(first));
        Assert.That(_bed.Office.Get<AttachmentStore>().Has(shared));
        await _bed.AssertVerifies();

        await Approve(await Propose(second));
        Assert.That(_bed.Office.Get<AttachmentStore>().Has(shared), Is.False);
    }

    [Test]
    public async Task A_file_that_somebody_is_just_handing_in_again_stays_for_its_row()
    {
        var dossier = await _bed.Withdrawn();
        var paper = (await _bed.Files(dossier.InstanceId))[0];
        Later();
        var list = await Propose();
        _bed.StoreAgain(paper);

        await Approve(list);

        var store = _bed.Office.Get<AttachmentStore>();
        Assert.That(store.Has(paper));
        _bed.Clock.Advance(TimeSpan.FromDays(2));
        await _bed.Office.Get<AttachmentCleanup>().Run(default);
        Assert.That(store.Has(paper), Is.False, "nobody handed it in after all");
    }

    [Test]
    public async Task The_register_of_nonconformities_is_read_after_one_of_its_reports_was_destroyed()
    {
        var report = await _bed.OpenInternal();
        await _bed.Complete(report.InstanceId, "register", "iso", "NotNonconformity", new { rejectionReason = "Đã xử lý trong kỳ trước." });
        await _bed.Settle();
        Later();
        await Approve(await Propose());

        var reader = await _bed.As("auditor");
        var line = (await _bed.Run<ReadNonconformities, IReadOnlyList<NonconformityLine>>(
            read => read.Run(reader, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30), default))).Single();
        Assert.That((line.Dossier.Code, line.Dossier.Subject, line.Dossier.ErasedByList, line.RootCause), Is.EqualTo((report.Code, (string?)null, "01/2037", (string?)null)));
    }

    [Test]
    public async Task Broken_off_after_a_dossier_it_goes_on_and_destroys_nothing_twice()
    {
        var dossier = await _bed.Withdrawn();
        Later();
        var list = await Propose();
        var leader = await _bed.As("leader");
        await _bed.Run<DecideDisposal>(decide => decide.Approve(leader, list, _bed.NewCommand(), default));
        var row = (await View(list)).List;
        await _bed.Run<DestroyDossier>(destroy => destroy.Run(row, dossier.InstanceId, default));
        var facts = (await _bed.Facts(dossier.InstanceId)).Count;

        await _bed.Settle();

        Assert.That(await _bed.Facts(dossier.InstanceId), Has.Count.EqualTo(facts));
        Assert.That((await View(list)).Lines.Single().IsDestroyed);
        Assert.That((await _bed.Files(dossier.InstanceId)).Where(_bed.Office.Get<AttachmentStore>().Has), Is.Empty);
    }

    private void Later() => _bed.Clock.Now = _bed.Clock.Now.AddYears(11);

    private async Task<IReadOnlyList<DueDossier>> Due()
    {
        var clerk = await _bed.As("clerk");
        return await _bed.Run<DueDossiers, IReadOnlyList<DueDossier>>(due => due.Run(clerk, DateOnly.FromDateTime(_bed.Clock.Now.UtcDateTime), default));
    }

    private async Task<string> Propose(DossierRow? only = null, string by = "clerk")
    {
        IReadOnlyList<string> ids = only is null ? [.. (await Due()).Select(each => each.Dossier.InstanceId)] : [only.InstanceId];
        return await Propose(ids, by);
    }

    private async Task<string> Propose(IReadOnlyList<string> ids, string by = "clerk")
    {
        var actor = await _bed.As(by);
        return await _bed.Run<ProposeDisposal, string>(
            propose => propose.Run(actor, DateOnly.FromDateTime(_bed.Clock.Now.UtcDateTime), ids, Ground, _bed.NewCommand(), default));
    }

    private async Task Approve(string list, string by = "leader")
    {
        var actor = await _bed.As(by);
        await _bed.Run<DecideDisposal>(decide => decide.Approve(actor, list, _bed.NewCommand(), default));
        await _bed.Settle();
    }

    private async Task Confide(DossierRow dossier, string to)
    {
        await using var db = _bed.Office.OpenDb();
        await db.Set<DossierRow>().IgnoreQueryFilters().Where(row => row.InstanceId == dossier.InstanceId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsConfidential, true).SetProperty(row => row.ReceivedBy, to));
    }

    private async Task<int> Counted(string list, string by)
    {
        var reader = await _bed.As(by);
        return (await _bed.Run<ReadDisposals, IReadOnlyList<(DisposalRow List, int Dossiers)>>(read => read.Run(reader, default))).Single(each => each.List.InstanceId == list).Dossiers;
    }

    private async Task<DisposalView> View(string list, string by = "auditor")
    {
        var reader = await _bed.As(by);
        return await _bed.Run<ReadDisposals, DisposalView>(read => read.Get(reader, list, default));
    }

    private async Task<IReadOnlyList<RecordRow>> Records(DossierRow dossier)
    {
        var reader = await _bed.As("auditor");
        return await _bed.Run<OpenRecord, IReadOnlyList<RecordRow>>(open => open.Of(reader, dossier.InstanceId, default));
    }

    private async Task Hold(DossierRow dossier)
    {
        var actor = await _bed.As("qmr");
        await _bed.Run<PlaceLegalHold>(place => place.OnDossier(actor, dossier.Code, "Đơn khiếu nại số 12", _bed.NewCommand(), default));
    }

    private async Task Lift()
    {
        var actor = await _bed.As("qmr");
        var hold = (await _bed.Run<ReadLegalHolds, IReadOnlyList<LegalHoldRow>>(read => read.Run(actor, default))).First(row => row.Stands);
        await _bed.Run<LiftLegalHold>(lift => lift.Run(actor, hold.Id, "Đã giải quyết", _bed.NewCommand(), default));
    }
}
