using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Records;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Tests.Records;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Dossiers;

/// <summary>A step that hands over to another commune: own dossier, own clock, and the answer comes back.</summary>
public sealed class SubProcedureTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private static readonly object Asking = new { registerSearched = true, verificationAgency = DossierBed.OtherCommune, question = "Đã kết hôn chưa" };

    private static readonly string[] Said =
        ["Tình trạng hôn nhân theo sổ: Không có dữ liệu trong sổ", "Số, ký hiệu văn bản: 12/UBND-TP", "Ngày ban hành: 02/11/2026"];

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task The_other_commune_gets_a_dossier_of_its_own_and_its_answer_comes_back()
    {
        var id = await Asked();
        var child = await Child(id);
        Assert.That(child.Code, Is.EqualTo("H29.151-261102-0001"));
        Assert.That(child.ApplicantName, Does.Contain("An Hòa Đông"));

        await Answer(child.InstanceId);
        await Deliver();

        Assert.That((await _bed.OpenTask(id)).ActivityId, Is.EqualTo("draft"));
        Assert.That((await _bed.Dossier(child.InstanceId)).NationalStatus, Is.EqualTo(9));
    }

    [Test]
    public async Task The_answer_is_read_in_the_dossier_that_asked_and_leaves_a_record()
    {
        var id = await Asked();
        var waiting = await View(id);

        await Answer((await Child(id)).InstanceId);
        await Deliver();

        Assert.That(waiting.Outside.Select(wait => (wait.ActivityId, wait.MayRecord)), Is.EqualTo(new[] { ("verify-elsewhere", false) }));
        var answer = (await View(id)).Answers.Single();
        Assert.That((answer.From.Vi, answer.Outcome.Vi, answer.IsLate), Is.EqualTo(("Ủy ban nhân dân xã Phước Hiệp Tây", "Đã trả lời", false)));
        Assert.That(answer.Facts.Select(fact => $"{fact.Key.Vi}: {fact.Value.Vi}"), Is.EqualTo(Said));
        await using var db = _bed.Office.OpenDb();
        var record = await db.Set<RecordRow>().IgnoreQueryFilters().SingleAsync(row => row.InstanceId == id && row.Code == "verification-reply");
        var officer = await _bed.As("specialist");
        var printed = await _bed.Run<OpenRecord, PrintedDocument>(open => open.Run(officer, record.Id, default));
        Assert.That(PdfText.Of(printed.Pdf), Does.Contain("Không có dữ liệu trong sổ").And.Contain("12/UBND-TP"));
    }

    [Test]
    public async Task Delivered_twice_the_request_opens_one_dossier()
    {
        var id = await Asked();
        await using (var db = _bed.Office.OpenDb())
            await db.Outbox.IgnoreQueryFilters().Where(row => row.Topic == SubProcedures.StartTopic)
                .ExecuteUpdateAsync(row => row.SetProperty(each => each.Status, OutboxStatus.Pending));

        await Deliver();

        await using var again = _bed.Office.OpenDb();
        Assert.That(await again.Set<DossierRow>().IgnoreQueryFilters().CountAsync(row => row.ParentInstanceId == id), Is.EqualTo(1));
    }

    [Test]
    public async Task When_the_other_commune_is_silent_the_time_takes_the_outcome_and_a_late_answer_is_only_filed()
    {
        var id = await Asked();
        _bed.Clock.Advance(TimeSpan.FromDays(7));
        await _bed.Sweep();
        var silent = await _bed.OpenTask(id);

        await Answer((await Child(id)).InstanceId);
        await Deliver();

        Assert.That(silent.ActivityId, Is.EqualTo("take-declaration"));
        Assert.That((await _bed.OpenTask(id)).Id, Is.EqualTo(silent.Id));
        var late = (await View(id)).Answers.Single();
        Assert.That(late.IsLate);
        Assert.That(late.Facts.Select(fact => $"{fact.Key.Vi}: {fact.Value.Vi}"), Is.EqualTo(Said));
    }

    [Test]
    public async Task An_agency_that_is_not_on_the_platform_is_refused_before_anything_is_written()
    {
        var id = (await _bed.Receive(form => Samples.Marital(form.DossierId))).InstanceId;

        var refusal = await Assert.ThrowsAsync<RejectedException>(() => _bed.Complete(
            id, "check", "specialist", "NeedsVerification",
            new { registerSearched = true, verificationAgency = "H99.999", question = "Đã kết hôn chưa" }));

        Assert.That(refusal!.Code, Is.EqualTo("agency-unknown"));
        Assert.That((await _bed.OpenTask(id)).ActivityId, Is.EqualTo("check"));
    }

    [Test]
    public async Task An_agency_that_does_not_settle_the_procedure_is_refused_before_anything_is_written()
    {
        await using (var db = _bed.Office.OpenDb())
            await db.Set<Agency>().Where(agency => agency.Id == DossierBed.OtherCommune)
                .ExecuteUpdateAsync(agency => agency.SetProperty(each => each.Kind, "police"));
        var id = (await _bed.Receive(form => Samples.Marital(form.DossierId))).InstanceId;

        var refusal = await Assert.ThrowsAsync<RejectedException>(() => _bed.Complete(id, "check", "specialist", "NeedsVerification", Asking));

        Assert.That(refusal!.Code, Is.EqualTo("procedure-elsewhere"));
        Assert.That((await _bed.OpenTask(id)).ActivityId, Is.EqualTo("check"));
    }

    private async Task<string> Asked()
    {
        var id = (await _bed.Receive(form => Samples.Marital(form.DossierId))).InstanceId;
        await _bed.Complete(id, "check", "specialist", "NeedsVerification", Asking);
        await Deliver();
        return id;
    }

    private async Task<DossierView> View(string id)
    {
        var officer = await _bed.As("specialist");
        return (await _bed.Run<FindDossier, DossierView?>(find => find.Run(officer, id, default)))!;
    }

    private async Task<DossierRow> Child(string parent)
    {
        await using var db = _bed.Office.OpenDb();
        return await db.Set<DossierRow>().IgnoreQueryFilters().SingleAsync(row => row.ParentInstanceId == parent);
    }

    private async Task Answer(string child)
    {
        await _bed.Complete(child, "register-request", "other-clerk", "Forwarded", new { incomingNumber = "15" }, DossierBed.OtherCommune);
        await _bed.Complete(child, "search", "other-specialist", "NotFound", agency: DossierBed.OtherCommune);
        await _bed.Complete(child, "sign-reply", "other-leader", "Signed", agency: DossierBed.OtherCommune);
        await _bed.Complete(
            child, "send-reply", "other-clerk", "Answered", new { number = "12/UBND-TP", issuedOn = "02/11/2026" }, DossierBed.OtherCommune);
    }

    private Task<int> Deliver() => _bed.Office.Get<OutboxDispatcher>().DeliverPending(default);
}
