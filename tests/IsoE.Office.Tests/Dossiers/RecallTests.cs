using IsoE.Office.Dossiers;
using IsoE.Office.Dossiers.Post;
using IsoE.Office.Instances;
using IsoE.Office.Messages;
using IsoE.Office.Organisation;
using IsoE.Office.Quality;
using IsoE.Office.Quality.Nonconformities;
using IsoE.Office.Records;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Tasks;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Dossiers;

/// <summary>A wrong result is recalled, apologised for and made anew (ISO 9001:2015 clause 8.7).</summary>
public sealed class RecallTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private const string Wrong = "Ghi sai địa chỉ: số 21 thay cho số 12 Lê Lợi.";

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task A_result_that_was_handed_over_is_made_anew_with_the_same_papers_and_without_fees()
    {
        var id = await Returned();
        var before = await _bed.Dossier(id);
        _bed.Clock.Now = _bed.Clock.Now.AddDays(1);
        await Recall(id);
        await Deliver();
        await Deliver();

        var (old, anew) = (await _bed.Dossier(id), await Replacement(id));
        Assert.That((old.NationalStatus, old.FinishedAt, old.RecalledAt), Is.EqualTo((NationalStatus.Returned, before.FinishedAt, (DateTimeOffset?)_bed.Clock.Now)));
        Assert.That((anew.Code, anew.SupersedesCode, anew.TrackingSecret), Is.EqualTo((old.SupersededByCode, old.Code, old.SupersededBySecret)));
        Assert.That((anew.ApplicantName, anew.Form, anew.CaseId, anew.AmountDue), Is.EqualTo((old.ApplicantName, old.Form, old.CaseId, 0L)));
        Assert.That(anew.ReadComponents().Select(check => check.ComponentId), Is.EqualTo(old.ReadComponents().Select(check => check.ComponentId)));
        Assert.That(anew.PromisedAt, Is.GreaterThan(_bed.Clock.Now), "with a limit of its own");
        await _bed.Complete(anew.InstanceId, "receive", "reception", "Forwarded", Samples.Business("x").ReceptionValues);
        await ToReturn(anew.InstanceId);
        Assert.That((await _bed.Dossier(anew.InstanceId)).NationalStatus, Is.EqualTo(NationalStatus.Settled));
    }

    [Test]
    public async Task A_result_that_still_lies_at_the_counter_is_not_handed_over_any_more()
    {
        var id = (await _bed.Receive()).InstanceId;
        await ToReturn(id);
        await Recall(id);
        await Deliver();

        var counter = await _bed.As("return");
        Assert.That((await _bed.Tasks(id)).Select(task => task.Status), Has.None.EqualTo(TaskState.Open));
        Assert.That(await _bed.Run<ListUncollected, IReadOnlyList<UncollectedLine>>(list => list.Run(counter, default)), Is.Empty);
        var refused = (await Assert.ThrowsAsync<RejectedException>(() => HandOver(id)))!;
        Assert.That(refused.Code, Is.EqualTo("not-in-this-status"));
        Assert.That((await Replacement(id)).NationalStatus, Is.Not.EqualTo(NationalStatus.Settled));
    }

    [Test]
    public async Task Only_a_leader_recalls_with_a_reason_once_and_what_there_is_to_recall()
    {
        var open = (await _bed.Receive()).InstanceId;
        var id = await Returned();
        var codes = new List<string>
        {
            await Refused(() => Recall(open)),
            await Refused(() => Recall(id, by: "specialist")),
            await Refused(() => Recall(id, reason: "  ")),
        };
        await Recall(id);
        codes.Add(await Refused(() => Recall(id)));

        Assert.That(codes, Is.EqualTo(new[] { "not-in-this-status", "not-allowed", "reason-missing", "not-in-this-status" }));
        Assert.That((await _bed.Facts(id)).OfType<ResultRecalled>().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task The_applicant_gets_an_apology_and_no_longer_the_wrong_result()
    {
        var id = await Returned();
        var before = await Papers(id);
        await Recall(id);
        await Deliver();

        var (dossier, anew) = (await _bed.Dossier(id), await Replacement(id));
        Assert.That(before, Does.Contain(dossier.ResultRecord));
        Assert.That(await Records(id), Does.Contain(RecordCodes.RecallNotice));
        Assert.That(await Papers(id), Has.None.EqualTo(dossier.ResultRecord));
        var tracked = (await _bed.Run<TrackDossier, PublicDossier?>(track => track.BySecret(dossier.TrackingSecret, default)))!;
        Assert.That((tracked.RecalledAt, tracked.SupersededByCode), Is.EqualTo((dossier.RecalledAt, anew.Code)));
        await using var db = _bed.Office.OpenDb();
        var told = await db.Set<MessageRow>().IgnoreQueryFilters().Where(row => row.InstanceId == anew.InstanceId && row.Kind == MessageKinds.Notice).ToListAsync();
        Assert.That(told.Select(row => row.TemplateValues), Is.Not.Empty.And.All.Contain(dossier.Code).And.All.Contain(anew.Code));
    }

    [Test]
    public async Task A_nonconformity_on_clause_8_7_names_what_was_wrong()
    {
        var id = await Returned();
        await Recall(id);
        await Deliver();

        await using var db = _bed.Office.OpenDb();
        var report = await db.Set<DossierRow>().IgnoreQueryFilters().SingleAsync(row => row.ProcedureCode == QualityProcedures.Nonconformity);
        var evidence = await db.Set<EvidenceRow>().IgnoreQueryFilters().SingleAsync(row => row.InstanceId == report.InstanceId);
        Assert.That(report.Form, Does.Contain("8.7").And.Contain("economy"), "the unit that made it");
        Assert.That(evidence.TriggerId, Is.EqualTo(NonconformityTriggers.WrongResult));
        Assert.That(evidence.Text, Does.Contain(Wrong));
    }

    [Test]
    public async Task What_was_handed_in_online_is_made_anew_among_the_dossiers_of_the_same_contact_without_another_answer()
    {
        const string contact = "0912345678";
        var form = Samples.Business(_bed.Office.NewId()) with { ForwardAtOnce = false, ReceptionValues = default };
        var applicant = Actor.OfApplicant(DossierBed.Ward, "Nguyễn Văn Đào");
        var id = (await _bed.Run<SubmitDossier, DossierRow>(submit => submit.Run(applicant, contact, form, null, default))).InstanceId;
        var counter = await _bed.As("reception");
        await _bed.Run<AcceptSubmission>(accept => accept.Run(counter, id, _bed.NewCommand(), default));
        await _bed.Complete(id, "receive", "reception", "Forwarded", Samples.Business("x").ReceptionValues);
        await ToReturn(id);
        await Recall(id);
        await Deliver();

        var anew = await Replacement(id);
        Assert.That((anew.SubmittedBy, anew.AwaitsCheck, anew.AnswerDueAt), Is.EqualTo((contact, false, (DateTimeOffset?)null)));
        Assert.That((await _bed.OpenTask(anew.InstanceId)).ActivityId, Is.EqualTo("receive"));
        Assert.That(await Records(anew.InstanceId), Is.EqualTo(new[] { RecordCodes.Receipt }));
    }

    private static async Task<string> Refused(Func<Task> act) => (await Assert.ThrowsAsync<RejectedException>(() => act()))!.Code;

    private async Task<string> Returned()
    {
        var id = (await _bed.Receive()).InstanceId;
        await ToReturn(id);
        await HandOver(id);
        return id;
    }

    private async Task ToReturn(string id)
    {
        await _bed.Complete(id, "appraise", "specialist", "Eligible", Samples.Eligible);
        await _bed.Complete(id, "sign", "head", "Signed");
        await _bed.Complete(id, "issue", "clerk", null, Samples.Issuing);
    }

    private async Task HandOver(string id)
    {
        var actor = await _bed.As("return");
        await _bed.Run<ReturnResult, StepResult>(command => command.Run(
            actor, new ReturnForm(id, "Nguyễn Văn Đào", "079085001234", ReturnWay.Counter, null, default, _bed.NewCommand()), default));
    }

    private async Task Recall(string id, string by = "leader", string reason = Wrong)
    {
        var actor = await _bed.As(by);
        await _bed.Run<RecallResult>(command => command.Run(actor, id, reason, _bed.NewCommand(), default));
    }

    private async Task Deliver() => await _bed.Office.Get<OutboxDispatcher>().DeliverPending(default);

    private async Task<DossierRow> Replacement(string id) => await _bed.Dossier((await _bed.Dossier(id)).SupersededById!);

    private async Task<List<string>> Records(string id)
    {
        await using var db = _bed.Office.OpenDb();
        return await db.Set<RecordRow>().IgnoreQueryFilters().Where(record => record.InstanceId == id).Select(record => record.Code).ToListAsync();
    }

    private async Task<List<string>> Papers(string id)
    {
        var dossier = await _bed.Dossier(id);
        return [.. (await _bed.Run<OpenRecord, IReadOnlyList<RecordRow>>(open => open.OfApplicant(dossier, default))).Select(record => record.Code)];
    }
}
