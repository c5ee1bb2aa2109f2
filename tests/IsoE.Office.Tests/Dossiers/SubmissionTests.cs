using IsoE.Office.Calendars;
using IsoE.Office.Deadlines;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Records;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Dossiers;

/// <summary>What is handed in online, until it is accepted or not.</summary>
public sealed class SubmissionTests
{
    private async Task SendBack(string id)
    {
        var actor = await _bed.As("reception");
        await _bed.Run<AskCompletion, object>(async ask => await ask.Run(actor, new CompletionForm(id, "Hợp đồng thuê\n\nẢnh căn cước", "Chưa đủ", null, _bed.NewCommand()), default));
    }

    private const string Contact = "0912345678";

    private static readonly Actor Applicant = Actor.OfApplicant(DossierBed.Ward, "Nguyễn Văn Đào");

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(DatabaseKind.Sqlite);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task A_submission_waits_for_the_counter_and_its_clock_starts_when_it_is_accepted()
    {
        // Friday afternoon: eight working hours end on Monday.
        _bed.Clock.Now = At("2026-11-06T15:00");
        var id = (await Submit()).InstanceId;

        var sent = await _bed.Dossier(id);
        Assert.That((sent.NationalStatus, sent.AwaitsCheck, sent.PromisedAt, sent.AnswerDueAt), Is.EqualTo((NationalStatus.Registered, true, (DateTimeOffset?)null, (DateTimeOffset?)At("2026-11-09T15:00"))));
        Assert.That(await Records(id), Is.EqualTo(new[] { RecordCodes.Submission }));
        Assert.That(await _bed.Tasks(id), Is.Empty);

        _bed.Clock.Now = At("2026-11-09T09:00");
        await Accept(id);

        var accepted = await _bed.Dossier(id);
        Assert.That((accepted.NationalStatus, accepted.AwaitsCheck, accepted.AnswerDueAt), Is.EqualTo((NationalStatus.Accepted, false, (DateTimeOffset?)null)));
        Assert.That(VietnamTime.DateOf(accepted.PromisedAt!.Value), Is.EqualTo(new DateOnly(2026, 11, 12)));
        Assert.That(await Records(id), Does.Contain(RecordCodes.Receipt));
        Assert.That((await _bed.OpenTask(id)).ActivityId, Is.EqualTo("receive"));
    }

    [Test]
    public async Task Sent_twice_there_is_one_dossier()
    {
        var id = _bed.Office.NewId();
        var first = await Submit(id);
        var second = await Submit(id);
        Assert.That((second.InstanceId, second.Code), Is.EqualTo((first.InstanceId, first.Code)));
        await using var db = _bed.Office.OpenDb();
        Assert.That(await db.Set<DossierRow>().IgnoreQueryFilters().CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_submission_not_answered_in_eight_working_hours_is_recorded_as_late_and_one_answered_is_not()
    {
        var late = (await Submit()).InstanceId;
        var answered = (await Submit()).InstanceId;
        await Accept(answered);

        _bed.Clock.Now = (await _bed.Dossier(late)).AnswerDueAt!.Value;
        await _bed.Sweep();
        Assert.That((await _bed.Facts(late)).OfType<AnswerBecameOverdue>(), Is.Empty, "Equal is still on time.");
        _bed.Clock.Now += TimeSpan.FromMinutes(1);
        await _bed.Sweep();

        Assert.That((await _bed.Facts(late)).OfType<AnswerBecameOverdue>(), Has.Exactly(1).Items);
        Assert.That((await _bed.Facts(answered)).OfType<AnswerBecameOverdue>(), Is.Empty);
    }

    [Test]
    public async Task Sent_back_and_completed_it_waits_for_an_answer_again_and_no_clock_has_run()
    {
        var id = (await Submit()).InstanceId;
        await SendBack(id);

        var asked = await _bed.Dossier(id);
        Assert.That((asked.NationalStatus, asked.AnswerDueAt, asked.SupplementCount, asked.IsPaused), Is.EqualTo((NationalStatus.SupplementRequested, (DateTimeOffset?)null, 0, false)));
        Assert.That((await _bed.Facts(id)).OfType<SupplementRequested>().Single().Items, Is.EqualTo(new[] { "Hợp đồng thuê", "Ảnh căn cước" }));
        Assert.That(await Records(id), Does.Contain(RecordCodes.SupplementRequest));

        await Supply(id, default);
        var again = await _bed.Dossier(id);
        Assert.That((again.NationalStatus, again.AwaitsCheck, again.AnswerDueAt is not null), Is.EqualTo((NationalStatus.Registered, true, true)));
        await Accept(id);
        Assert.That((await _bed.Dossier(id)).NationalStatus, Is.EqualTo(NationalStatus.Accepted));
    }

    [Test]
    public async Task Sent_back_and_not_completed_in_time_it_is_stopped_by_itself_and_one_completed_is_not()
    {
        var (missed, completed) = ((await Submit()).InstanceId, (await Submit()).InstanceId);
        foreach (var id in new[] { missed, completed }) await SendBack(id);
        await Supply(completed, default);

        _bed.Clock.Now = (await _bed.Dossier(missed)).CompletionDueAt!.Value;
        await _bed.Sweep();
        Assert.That((await _bed.Dossier(missed)).Business, Is.EqualTo(BusinessState.AwaitingSupplement), "Equal is still in time.");
        _bed.Clock.Now += TimeSpan.FromSeconds(1);
        await _bed.Sweep();
        await _bed.Office.Get<OutboxDispatcher>().DeliverPending(default);

        var row = await _bed.Dossier(missed);
        Assert.That((row.Business, row.NationalStatus, row.CompletionDueAt), Is.EqualTo((BusinessState.Stopped, NationalStatus.Stopped, (DateTimeOffset?)null)));
        Assert.That(await Records(missed), Does.Contain(RecordCodes.StopNotice));
        Assert.That((await _bed.Dossier(completed)).Business, Is.EqualTo(BusinessState.Registered));
    }

    [Test]
    public async Task The_applicant_supplies_online_what_a_specialist_asks_for_and_the_clock_goes_on()
    {
        var id = (await Submit()).InstanceId;
        await Accept(id);
        await _bed.Complete(id, "receive", "reception", null, Samples.Receiving);
        await _bed.Complete(id, "appraise", "specialist", "NeedsSupplement", Samples.Supplement);
        Assert.That((await _bed.Dossier(id)).IsPaused, Is.True);

        await Supply(id, new { supplied = "Hợp đồng thuê nhà" });

        var row = await _bed.Dossier(id);
        Assert.That((row.NationalStatus, row.IsPaused), Is.EqualTo((NationalStatus.InProcess, false)));
        Assert.That((await _bed.Office.History.Read(DossierBed.Ward, id, default)).Single(known => known.Fact is SupplementReceived).ActorId, Is.EqualTo(Actor.ApplicantId));
    }

    [Test]
    public async Task A_submission_can_be_refused_and_one_not_accepted_yet_is_taken_back_at_once()
    {
        var refused = (await Submit()).InstanceId;
        var actor = await _bed.As("reception");
        await _bed.Run<RefuseRegistered, object>(async refuse => await refuse.Run(actor, refused, "Không thuộc thẩm quyền", _bed.NewCommand(), default));
        Assert.That((await _bed.Dossier(refused)).NationalStatus, Is.EqualTo(NationalStatus.NotAccepted));
        Assert.That(await Records(refused), Does.Contain(RecordCodes.CounterRefusal));

        var withdrawn = (await Submit()).InstanceId;
        await _bed.Run<AskWithdrawal, object>(async ask => await ask.Run(Applicant, withdrawn, "Nhầm thủ tục", _bed.NewCommand(), default));
        Assert.That((await _bed.Dossier(withdrawn)).Business, Is.EqualTo(BusinessState.Withdrawn));
    }

    [Test]
    public async Task Only_who_handed_it_in_sees_it_and_what_was_received_at_the_counter_is_not_theirs()
    {
        var id = (await Submit()).InstanceId;
        var atCounter = (await _bed.Receive()).InstanceId;

        Assert.That(await Own(Contact, id), Is.Not.Null);
        Assert.That(await Own("0900000000", id), Is.Null);
        Assert.That(await Own(Contact, atCounter), Is.Null);
        Assert.That((await Own(Contact, id))!.Actions, Is.EqualTo(new[] { DossierAction.AskWithdrawal }));
    }

    [Test]
    public async Task What_the_law_keeps_offline_cannot_be_sent()
    {
        var refusal = await Assert.ThrowsAsync<RejectedException>(() => Submit(change: reception => reception with { ProcedureCode = "2.002409" }));
        Assert.That(refusal!.Code, Is.EqualTo("procedure-offline"));
    }

    private async Task<DossierRow> Submit(string? id = null, Func<Reception, Reception>? change = null)
    {
        var reception = Samples.Business(id ?? _bed.Office.NewId()) with { ForwardAtOnce = false, ReceptionValues = default };
        return await _bed.Run<SubmitDossier, DossierRow>(submit => submit.Run(Applicant, Contact, change?.Invoke(reception) ?? reception, null, default));
    }

    private async Task Accept(string id)
    {
        var actor = await _bed.As("reception");
        await _bed.Run<AcceptSubmission, object>(async accept => await accept.Run(actor, id, _bed.NewCommand(), default));
    }

    private Task<object> Supply(string id, object? values) => _bed.Run<ReceiveSupplement, object>(async receive => await receive.Run(
        Applicant, new SupplementForm(id, [], "Gửi thêm", null, values is null ? default : System.Text.Json.JsonSerializer.SerializeToElement(values), [], _bed.NewCommand()), default));

    private Task<DossierView?> Own(string contact, string id) => _bed.Run<FindDossier, DossierView?>(find => find.Submitted(Applicant, contact, id, default));

    private async Task<IReadOnlyList<string>> Records(string id)
    {
        await using var db = _bed.Office.OpenDb();
        return await db.Set<RecordRow>().IgnoreQueryFilters().Where(row => row.InstanceId == id).OrderBy(row => row.Sequence).Select(row => row.Code).ToListAsync();
    }

    private static DateTimeOffset At(string local) =>
        VietnamTime.ToInstant(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture));
}
