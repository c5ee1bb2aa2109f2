using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Submissions;
using IsoE.Office.Tests.Dossiers;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Submissions;

/// <summary>Preparing a submission, sending it once, and what becomes of one that is left.</summary>
public sealed class DraftTests
{
    private const string Contact = "0912345678";

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(DatabaseKind.Sqlite);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task A_draft_is_gone_on_with_by_who_began_it_and_by_nobody_else()
    {
        var begun = await Begin();
        var again = await Begin();
        Assert.That(again.Id, Is.EqualTo(begun.Id), "The same procedure is gone on with.");
        Assert.That(await _bed.Run<Drafts, SubmissionDraftRow?>(drafts => drafts.Find("0900000000", begun.Id, default)), Is.Null);
        Assert.That((await _bed.Run<Drafts, IReadOnlyList<SubmissionDraftRow>>(drafts => drafts.Of(Contact, default), DossierBed.OtherCommune)).Select(draft => draft.Id), Is.EqualTo(new[] { begun.Id }));
    }

    [Test]
    public async Task Where_the_national_portal_receives_nothing_new_is_begun()
    {
        var begun = await Begin();
        await using var db = _bed.Office.OpenDb();
        await db.Set<Agency>().Where(agency => agency.Id == begun.AgencyId).ExecuteUpdateAsync(set => set.SetProperty(agency => agency.PortalMode, PortalMode.NationalSync));

        Assert.That((await Begin()).Id, Is.EqualTo(begun.Id), "What was begun before is gone on with.");
        await _bed.Run<Drafts, bool>(async drafts =>
        {
            await drafts.Delete((await drafts.Find(Contact, begun.Id, default))!, default);
            return true;
        });
        var refusal = await Assert.ThrowsAsync<RejectedException>(Begin);

        Assert.That(refusal!.Code, Is.EqualTo("national-portal"));
    }

    [Test]
    public async Task What_is_missing_is_named_and_the_draft_stays_as_it_was()
    {
        var draft = await Filled();
        var refusal = await Assert.ThrowsAsync<RejectedException>(() => Send(draft.Id));
        Assert.That(refusal!.Code, Is.EqualTo("papers-missing"));
        Assert.That(refusal.Reason.Vi, Does.Contain("Giấy đề nghị đăng ký hộ kinh doanh"));
        Assert.That((await Find(draft.Id))!.ReadAnswers()["businessName"], Is.EqualTo("Hộ kinh doanh Đào Tiên"));
    }

    [Test]
    public async Task Sent_it_becomes_one_dossier_with_its_files_however_often_the_button_is_pressed()
    {
        var draft = await Filled();
        await Upload(draft.Id, "request");

        var sent = await Task.WhenAll(Send(draft.Id), Send(draft.Id));
        var later = await Send(draft.Id);

        Assert.That(sent.Append(later).Select(row => row.Code).Distinct(), Has.Exactly(1).Items);
        await using var db = _bed.Office.OpenDb();
        var file = await db.Attachments.IgnoreQueryFilters().SingleAsync(row => row.InstanceId == draft.Id);
        Assert.That((file.Name, file.Component), Is.EqualTo(("don.pdf", "request")));
        Assert.That(later.ReadComponents().Single(check => check.ComponentId == "request").State, Is.EqualTo(ComponentStates.Enough));
        Assert.That(await Find(draft.Id), Is.Null);
        Assert.That(await db.Set<UploadRow>().IgnoreQueryFilters().AnyAsync(), Is.False);
        var known = await Begin();
        Assert.That(known.ReadApplicant().Name, Is.EqualTo("Nguyễn Văn Đào"), "Next time the particulars are known.");
    }

    [Test]
    public async Task The_moment_of_pressing_without_a_network_is_kept_unless_the_clock_was_wrong()
    {
        var saved = _bed.Clock.Now;

        Assert.That(await PressedAt(saved.AddMinutes(40)), Is.EqualTo(saved.AddMinutes(40)));
        Assert.That(await PressedAt(saved.AddMinutes(40)), Is.Null, "before the second draft was saved");
        Assert.That(await PressedAt(saved.AddDays(1)), Is.Null, "not yet");
    }

    /// <summary>What is kept of a draft saved now, pressed at that moment and sent an hour later.</summary>
    private async Task<DateTimeOffset?> PressedAt(DateTimeOffset pressed)
    {
        var draft = await Filled();
        await Upload(draft.Id, "request");
        _bed.Clock.Now += TimeSpan.FromHours(1);
        await Send(draft.Id, pressed);
        return (await _bed.Facts(draft.Id)).OfType<DossierReceived>().Single().PressedAt;
    }

    [Test]
    public async Task A_draft_left_for_thirty_days_is_removed_with_its_files()
    {
        var draft = await Filled();
        await Upload(draft.Id, "request");
        _bed.Clock.Now += Drafts.Kept - TimeSpan.FromHours(1);
        Assert.That(await _bed.Office.Get<DraftCleanup>().Run(default), Is.Zero);
        _bed.Clock.Now += TimeSpan.FromHours(2);
        Assert.That(await _bed.Office.Get<DraftCleanup>().Run(default), Is.EqualTo(1));
        await using var db = _bed.Office.OpenDb();
        Assert.That(await db.Set<UploadRow>().IgnoreQueryFilters().AnyAsync(), Is.False);
    }

    [Test]
    public async Task A_complaint_is_looked_into_as_an_internal_dossier_and_stands_on_the_timeline()
    {
        var draft = await Filled();
        await Upload(draft.Id, "request");
        var dossier = await Send(draft.Id);
        var id = _bed.Office.NewId();

        var first = await Complain(dossier, id);
        var second = await Complain(dossier, id);

        Assert.That((second.Code, second.IsInternal, second.ProcedureCode), Is.EqualTo((first.Code, true, "QT-04")));
        Assert.That(second.ReadForm().GetProperty("relatedDossier").GetString(), Is.EqualTo(dossier.Code));
        Assert.That((await _bed.Facts(dossier.InstanceId)).OfType<ComplaintMade>().Select(made => made.Code), Is.EqualTo(new[] { first.Code }));
    }

    private Task<DossierRow> Complain(DossierRow about, string id) =>
        _bed.Run<Complain, DossierRow>(complain => complain.Run(about, "Chờ lâu, không ai trả lời điện thoại", id, default));

    private Task<SubmissionDraftRow> Begin() => _bed.Run<Drafts, SubmissionDraftRow>(drafts => drafts.Begin(DossierBed.Ward, Contact, "1.001612", default));

    private Task<SubmissionDraftRow?> Find(string id) => _bed.Run<Drafts, SubmissionDraftRow?>(drafts => drafts.Find(Contact, id, default));

    private Task<DossierRow> Send(string id, DateTimeOffset? pressedAt = null) => _bed.Run<SendSubmission, DossierRow>(send => send.Run(DossierBed.Ward, Contact, id, pressedAt, default));

    private async Task<SubmissionDraftRow> Filled()
    {
        var begun = await Begin();
        var (applicant, form) = (Samples.Applicant, Samples.Business("").Form);
        return await _bed.Run<Drafts, SubmissionDraftRow>(async drafts =>
        {
            var draft = (await drafts.Find(Contact, begun.Id, default))!;
            draft.Applicant = OfficeJson.Write(new DraftApplicant(applicant.Kind, applicant.Name, applicant.IdentityNumber, applicant.Phone, null, applicant.Address, null));
            draft.Answers = OfficeJson.Write(form.EnumerateObject().ToDictionary(field => field.Name, field => (string?)field.Value.ToString().ToLowerInvariant() is { } word and ("true" or "false") ? word : field.Value.ToString()));
            await drafts.Save(draft, default);
            return draft;
        });
    }

    private Task Upload(string owner, string component) => _bed.Run<Uploads>(uploads =>
    {
        var bytes = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"u8.ToArray();
        return uploads.Take(DossierBed.Ward, owner, component, "don.pdf", bytes.Length, new MemoryStream(bytes), default);
    });
}
