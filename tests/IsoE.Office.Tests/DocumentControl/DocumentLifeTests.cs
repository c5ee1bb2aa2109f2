using IsoE.Office.DocumentControl;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Tasks;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.Queue;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.DocumentControl;

/// <summary>A procedure from its first line to its repeal.</summary>
public sealed class DocumentLifeTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private const string Business = "1.001612";
    private static readonly DateOnly Today = new(2026, 11, 2);

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task End() => await _bed.DisposeAsync();

    [Test]
    public async Task A_revision_begins_with_the_exact_bytes_of_the_version_in_force()
    {
        var document = await Begin();

        var view = await Open(document);

        var shipped = await _bed.Run<ProcedureLibrary, ProcedureVersion>(l => Task.FromResult(l.Get(Business, 1)));
        Assert.That(view.Content, Is.EqualTo(shipped.Content));
        Assert.That((view.Row.Version, view.Row.Status, view.Row.Revision), Is.EqualTo((2, DocumentStatus.Draft, 1)));
    }

    [Test]
    public async Task There_is_one_draft_of_a_procedure_at_a_time()
    {
        await Begin();

        var refused = (await Assert.ThrowsAsync<RejectedException>(Begin))!;

        Assert.That(refused.Code, Is.EqualTo("draft-exists"));
    }

    [Test]
    public async Task Begun_again_by_the_same_command_it_is_the_same_draft()
    {
        var iso = await _bed.As("iso");
        var form = new DraftForm(_bed.NewCommand(), Business);

        var first = await _bed.Run<BeginDraft, string>(b => b.Run(iso, form, default));
        var second = await _bed.Run<BeginDraft, string>(b => b.Run(iso, form, default));

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public async Task The_second_of_two_authors_is_shown_both_contents_and_nothing_is_lost()
    {
        var document = await Begin();
        var content = (await Open(document)).Content;
        await Save(document, "iso", 1, content with { Text = content.Text + "\nA." });

        var second = await Save(document, "kstt", 1, content with { Text = content.Text + "\nB." });

        var conflict = (SaveOutcome.Conflict)second;
        Assert.That(conflict.Base, Is.EqualTo(content));
        Assert.That(conflict.Theirs.Text, Does.EndWith("\nA."));
        Assert.That(conflict.Revision, Is.EqualTo(2));
        Assert.That((await Open(document)).Content, Is.EqualTo(conflict.Theirs));
    }

    [Test]
    public async Task Undo_gives_back_the_earlier_bytes_and_redo_the_later()
    {
        var document = await Begin();
        var content = (await Open(document)).Content;
        var changed = content with { Flow = content.Flow.Replace("12h", "11h", StringComparison.Ordinal) };
        await Save(document, "iso", 1, changed);

        await Turn(document, 2, Office.DocumentControl.Turn.Undo);
        var undone = await Open(document);
        await Turn(document, 1, Office.DocumentControl.Turn.Redo);
        var redone = await Open(document);

        Assert.That(undone.Content, Is.EqualTo(content));
        Assert.That((undone.CanUndo, undone.CanRedo), Is.EqualTo((false, true)));
        Assert.That(redone.Content, Is.EqualTo(changed));
    }

    [Test]
    public async Task A_draft_may_break_in_the_middle_of_an_edit_but_is_not_handed_in_so()
    {
        var document = await Begin();
        var content = (await Open(document)).Content;
        await Save(document, "iso", 1, content with { Flow = "{ \"id\": " });

        var refused = (await Assert.ThrowsAsync<RejectedException>(() => Submit(document, 2)))!;

        Assert.That(refused.Code, Is.EqualTo("gate-refused"));
        Assert.That((await Open(document)).Content.Flow, Is.EqualTo("{ \"id\": "));
    }

    [Test]
    public async Task Drafter_reviewer_and_approver_are_three_people()
    {
        var document = await Begin();
        await Submit(document, 1);

        var author = (await Assert.ThrowsAsync<RejectedException>(() => Review(document, "iso")))!;
        await Review(document, "qmr");
        var reviewer = (await Assert.ThrowsAsync<RejectedException>(() => Approve(document, "qmr")))!;

        Assert.That((author.Code, reviewer.Code), Is.EqualTo(("sod-2", "sod-2")));
    }

    [Test]
    public async Task Open_comments_keep_a_document_from_being_approved()
    {
        var document = await Begin();
        await Submit(document, 1);
        var qmr = await _bed.As("qmr");
        await _bed.Run<CommentDocument>(c => c.Make(qmr, document, "appraise", "Hạn 12 giờ quá dài.", _bed.NewCommand(), default));
        await Review(document, "qmr");

        var refused = (await Assert.ThrowsAsync<RejectedException>(() => Approve(document, "leader")))!;

        Assert.That(refused.Code, Is.EqualTo("comments-open"));
    }

    [Test]
    public async Task A_returned_document_can_be_changed_and_needs_its_signatures_again()
    {
        var document = await Begin();
        await Submit(document, 1);
        await Review(document, "qmr");
        var leader = await _bed.As("leader");

        await _bed.Run<ReturnDocument>(r => r.Return(leader, document, "Bổ sung bước kiểm tra.", _bed.NewCommand(), default));

        var row = (await Open(document)).Row;
        Assert.That((row.Status, row.Drafted, row.Reviewed), Is.EqualTo((DocumentStatus.Draft, (Signature?)null, (Signature?)null)));
        Assert.That(row.Reason, Is.EqualTo("Bổ sung bước kiểm tra."));
    }

    [Test]
    public async Task A_published_version_comes_into_force_by_itself_and_supersedes_the_one_before()
    {
        await Publish(await Approved(), Today);
        var second = await Approved();

        await Publish(second, Today.AddDays(3));
        var before = (await Open(second)).Row.Status;
        _bed.Clock.Advance(TimeSpan.FromDays(3));
        await Settle();

        var versions = await All();
        Assert.That(before, Is.EqualTo(DocumentStatus.Approved));
        Assert.That(versions.Select(d => (d.Version, d.Status)), Is.EquivalentTo(new[]
        {
            (2, DocumentStatus.Superseded), (3, DocumentStatus.InForce),
        }));
        Assert.That(versions.Single(d => d.Version == 3).IssueRevision, Is.EqualTo(2));
    }

    [Test]
    public async Task Dossiers_keep_the_version_they_were_received_under()
    {
        var old = await _bed.Receive();
        await Publish(await Approved(), Today);

        var later = await _bed.Receive();

        Assert.That((old.ProcedureVersion, later.ProcedureVersion), Is.EqualTo((1, 2)));
        await _bed.Complete(old.InstanceId, "appraise", "specialist", "Eligible", Samples.Eligible);
        await _bed.Complete(later.InstanceId, "appraise", "specialist", "Eligible", Samples.Eligible);
        Assert.That((await _bed.OpenTask(old.InstanceId)).ActivityId, Is.EqualTo("sign"));
        Assert.That((await _bed.OpenTask(later.InstanceId)).ActivityId, Is.EqualTo("sign"));
    }

    [Test]
    public async Task The_database_refuses_to_change_what_was_published()
    {
        await Publish(await Approved(), Today);
        await using var db = _bed.Office.OpenDb();

        var change = () => db.Database.ExecuteSqlRawAsync("UPDATE published_procedure SET flow = ''");

        Assert.That(change, Throws.Exception.With.Message.Contains("append-only"));
    }

    [Test]
    public async Task The_control_page_names_who_signed_and_what_changed()
    {
        await Publish(await Approved(), Today);

        var version = await _bed.Run<ProcedureLibrary, ProcedureVersion>(l => Task.FromResult(l.Get(Business, 2)));

        var control = version.Procedure.Control;
        Assert.That((control.Drafted.Name, control.Reviewed.Name, control.Approved.Name), Is.EqualTo(("Cao Thị Yến", "Mai Thị Kim", "Huỳnh Văn Phúc")));
        Assert.That(control.Revisions[^1].Description.Vi, Is.EqualTo("Rút ngắn bước thẩm định."));
        Assert.That(version.InForceFrom, Is.EqualTo(Today));
    }

    [Test]
    public async Task Those_who_work_by_a_version_are_asked_to_read_it_and_cannot_claim_before_where_the_agency_says_so()
    {
        await RequireReading();
        await Publish(await Approved(), Today);
        await Settle();
        var dossier = await _bed.Receive();
        var task = await _bed.OpenTask(dossier.InstanceId);
        var officer = await _bed.As("specialist2");

        var refused = (await Assert.ThrowsAsync<RejectedException>(() => Claim(officer, task)))!;
        await _bed.Run<AcknowledgeDocument>(a => a.Run(officer, Business, 2, default));
        await Claim(officer, task);

        Assert.That(refused.Code, Is.EqualTo("not-acknowledged"));
        var qmr = await _bed.As("qmr");
        var list = await _bed.Run<ReadingList, IReadOnlyList<ReadingRow>>(l => l.Of(qmr, Business, 2, default));
        Assert.That(list.Single(r => r.PersonId == officer.PersonId).AcknowledgedAt, Is.EqualTo(_bed.Clock.Now));
        Assert.That(list.Any(r => r.PersonId == "specialist" && r.AcknowledgedAt is null));
    }

    [Test]
    public async Task A_task_that_nobody_has_taken_is_not_done_either_by_somebody_who_has_not_read_the_version()
    {
        await RequireReading();
        await Publish(await Approved(), Today);
        var officer = await _bed.As("reception");
        await _bed.Run<AcknowledgeDocument>(a => a.Run(officer, Business, 2, default));
        var dossier = await _bed.Receive();

        var refused = (await Assert.ThrowsAsync<RejectedException>(
            () => _bed.Complete(dossier.InstanceId, "appraise", "specialist", "Eligible", Samples.Eligible)))!;
        var specialist = await _bed.As("specialist");
        await _bed.Run<AcknowledgeDocument>(a => a.Run(specialist, Business, 2, default));
        await _bed.Complete(dossier.InstanceId, "appraise", "specialist", "Eligible", Samples.Eligible);

        Assert.That(refused.Code, Is.EqualTo("not-acknowledged"));
    }

    [Test]
    public async Task The_table_of_revisions_tells_each_change_of_the_redline()
    {
        await _bed.Issue(Business, Moves.NewFlows.QuickerAppraisal, Today);

        var version = await _bed.Run<ProcedureLibrary, ProcedureVersion>(l => Task.FromResult(l.Get(Business, 2)));

        var revision = version.Procedure.Control.Revisions[^1].Description;
        Assert.That(revision.Vi, Does.StartWith("Sửa đổi. ").And.Contain("12 → 8 giờ làm việc"));
        Assert.That(revision.En, Does.StartWith("Revised. ").And.Contain("12 → 8 working hours"));
    }

    [Test]
    public async Task A_repealed_procedure_takes_no_dossiers_from_its_day_on()
    {
        var leader = await _bed.As("leader");

        await _bed.Run<RepealProcedure>(r => r.Run(leader, Business, Today.AddDays(1), "Luật mới.", _bed.NewCommand(), default));
        await _bed.Receive();
        _bed.Clock.Advance(TimeSpan.FromDays(1));
        await Settle();
        var refused = (await Assert.ThrowsAsync<RejectedException>(() => _bed.Receive()))!;

        Assert.That(refused.Code, Is.EqualTo("procedure-not-in-force"));
        Assert.That((await All()).Single().Status, Is.EqualTo(DocumentStatus.Obsolete));
    }

    [Test]
    public async Task A_repeal_that_a_later_version_would_undo_is_refused_and_changes_nothing()
    {
        await Publish(await Approved(), Today.AddDays(3));
        var leader = await _bed.As("leader");
        Task<RejectedException> Refused(DateOnly from) => QueueBed.Refused(() => _bed.Run<RepealProcedure>(r => r.Run(leader, Business, from, "Luật mới.", _bed.NewCommand(), default)));

        var (before, after) = (await Refused(Today.AddDays(1)), await Refused(Today.AddDays(5)));
        Assert.That((before.Code, after.Code), Is.EqualTo(("later-version", "later-version")));
        Assert.That(before.Reason.En, Does.StartWith("Version 2 has been issued and comes into force on 05/11/2026"));
        _bed.Clock.Advance(TimeSpan.FromDays(2));
        await Settle();
        await _bed.Receive();
        _bed.Clock.Advance(TimeSpan.FromDays(1));
        await Settle();
        Assert.That((await Refused(Today.AddDays(3))).Code, Is.EqualTo("effective-date"), "its first day");
        await _bed.Run<RepealProcedure>(r => r.Run(leader, Business, Today.AddDays(4), "Luật mới.", _bed.NewCommand(), default));
        _bed.Clock.Advance(TimeSpan.FromDays(1));
        await Settle();
        Assert.That((await QueueBed.Refused(() => _bed.Receive(form => form with { DuplicateReason = "Nộp lại" }))).Code, Is.EqualTo("procedure-not-in-force"));
    }

    [Test]
    public async Task Another_agency_does_not_see_what_this_one_has_published()
    {
        await Publish(await Approved(), Today);

        var theirs = await _bed.Run<ProcedureLibrary, ProcedureVersion?>(
            l => Task.FromResult(l.Find(Business, 2)), DossierBed.OtherCommune);

        Assert.That(theirs, Is.Null);
    }

    [Test]
    public async Task A_new_procedure_begins_with_a_template_that_passes_the_gate()
    {
        var iso = await _bed.As("iso");
        var document = await _bed.Run<BeginDraft, string>(
            b => b.Run(iso, new DraftForm(_bed.NewCommand(), "QT-90", new Text("Quản lý \"xe\" công", "Official cars")), default));

        var content = (await Open(document)).Content;
        var problems = await _bed.Run<DocumentCheck, DocumentProblems>(c => c.Run(DossierBed.Ward, "QT-90", 1, content, default));

        Assert.That(problems.Refusals, Is.Empty);
    }

    private async Task<string> Begin()
    {
        var iso = await _bed.As("iso");
        return await _bed.Run<BeginDraft, string>(b => b.Run(iso, new DraftForm(_bed.NewCommand(), Business), default));
    }

    private async Task<DocumentView> Open(string document)
    {
        var iso = await _bed.As("iso");
        return await _bed.Run<OpenDocument, DocumentView>(o => o.Run(iso, document, default));
    }

    private async Task<SaveOutcome> Save(string document, string by, int revision, ProcedureContent content)
    {
        var actor = await _bed.As(by);
        return await _bed.Run<SaveDraft, SaveOutcome>(
            s => s.Run(actor, document, new DraftSave(_bed.NewCommand(), revision, content), default));
    }

    private async Task Turn(string document, int from, Turn turn)
    {
        var iso = await _bed.As("iso");
        await _bed.Run<TurnDraft, int>(t => t.Run(iso, document, from, turn, _bed.NewCommand(), default));
    }

    private async Task Submit(string document, int revision)
    {
        var iso = await _bed.As("iso");
        await _bed.Run<SubmitForReview>(s => s.Run(
            iso, document, revision, new Text("Rút ngắn bước thẩm định.", "Shorter appraisal."), _bed.NewCommand(), default));
    }

    private async Task Review(string document, string by)
    {
        var actor = await _bed.As(by);
        await _bed.Run<SignDocument>(s => s.Review(actor, document, _bed.NewCommand(), default));
    }

    private async Task Approve(string document, string by)
    {
        var actor = await _bed.As(by);
        await _bed.Run<SignDocument>(s => s.Approve(actor, document, _bed.NewCommand(), default));
    }

    private async Task<string> Approved()
    {
        var document = await Begin();
        await Submit(document, 1);
        await Review(document, "qmr");
        await Approve(document, "leader");
        return document;
    }

    private async Task Publish(string document, DateOnly from)
    {
        var kstt = await _bed.As("kstt");
        await _bed.Run<PublishDocument>(p => p.Run(kstt, document, new Publication(_bed.NewCommand(), from), default));
    }

    private async Task<IReadOnlyList<DocumentRow>> All()
    {
        var iso = await _bed.As("iso");
        return await _bed.Run<ListDocuments, IReadOnlyList<DocumentRow>>(l => l.Run(iso, Business, default));
    }

    private async Task Settle()
    {
        await _bed.Sweep();
        while (await _bed.Office.Get<OutboxDispatcher>().DeliverPending(default) > 0) ;
    }

    private async Task RequireReading()
    {
        await using var db = _bed.Office.OpenDb();
        await db.Set<Agency>().Where(a => a.Id == DossierBed.Ward).ExecuteUpdateAsync(a => a.SetProperty(x => x.RequiresAcknowledgement, true));
    }

    private Task<StepResult> Claim(Actor actor, TaskRow task) =>
        _bed.Run<ClaimTask, StepResult>(c => c.Run(actor, task.Id, _bed.NewCommand(), default));
}
