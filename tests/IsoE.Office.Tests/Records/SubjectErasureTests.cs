using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IsoE.Office.Cashiers;
using IsoE.Office.Dossiers;
using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Evidence;
using IsoE.Office.NationalPortal.Inbox;
using IsoE.Office.Quality;
using IsoE.Office.Records;
using IsoE.Office.Records.Retention.Disposal;
using IsoE.Office.Records.Subjects;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Submissions;
using IsoE.Office.Tests.Cashiers;
using IsoE.Office.Tests.DocumentControl;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.Evidence;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using static IsoE.Office.Tests.TestBed.Refusal;

namespace IsoE.Office.Tests.Records;

/// <summary>Somebody asks to be forgotten.</summary>
public sealed class SubjectErasureTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private const string Name = "Trịnh Thị Bạch Quỳnh";
    private const string Number = "079199887766";
    private const string Phone = "0905123987";
    private const string Email = "quynh.rieng@example.vn";
    private const string Ground = "Yêu cầu số 15/2037; Luật 91/2025/QH15";

    private static readonly string[] Planted = [Name, "Bạch Quỳnh", "bach quynh", Number, Phone, Email, "12 Hẻm Riêng"];

    private static readonly string[] Columns =
    [
        "dossier.applicant_name", "dossier.identity_number", "dossier.phone", "dossier.email", "dossier.address", "dossier.search_text", "dossier.form", "dossier.note",
        "history.data", "receipt.payer", "message.address", "message.body", "payment_notice.message", "survey.comment", "portal_inbox.data", "portal_inbox.reason",
    ];

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task End() => await _bed.DisposeAsync();

    [Test]
    public async Task Nothing_of_the_person_is_found_in_any_column_or_file_and_everything_still_verifies()
    {
        var dossier = await Everywhere();
        await _bed.Withdrawn(form => form with { DuplicateReason = "Người khác" }, "%PDF-1.7 của người khác");
        var seal = await _bed.Seal();
        var files = await _bed.Files(dossier.InstanceId);
        Assert.That(files, Has.Count.GreaterThan(3));
        Assert.That(await Found(Planted), Is.SupersetOf(Columns));
        _bed.Clock.Now = _bed.Clock.Now.AddYears(11);

        await Approve(await Propose(Number));

        Assert.That(await Found(Planted), Is.Empty);
        Assert.That(files.Where(_bed.Office.Get<AttachmentStore>().Has), Is.Empty, "what stands in a PDF no search finds");
        Assert.That(await Found(["Nguyễn Văn Đào"]), Is.Not.Empty, "others stay");
        await _bed.AssertVerifies(dossier.Code, seal);
    }

    [Test]
    public async Task What_is_left_is_read_and_printed_as_before()
    {
        var dossier = await Everywhere();
        _bed.Clock.Now = _bed.Clock.Now.AddYears(11);
        await Approve(await Propose(Phone));

        var reader = await _bed.As("auditor");
        var view = (await _bed.Run<FindDossier, DossierView?>(find => find.Run(reader, dossier.Code, default)))!;
        Assert.That(view.Timeline.Select(entry => entry.Title.En), Has.Some.EqualTo("Dossier accepted").And.Some.Contains("Personal data erased by list 01/2037"));
        Assert.That((await _bed.Facts(dossier.InstanceId)).OfType<PersonalDataErased>().Single().Left.ReceivedAt, Is.EqualTo(dossier.ReceivedAt));
        foreach (var entry in view.Timeline) await AsOf(dossier, entry.Sequence);
        var quality = await _bed.Run<PrintDossierRecord, PrintedDocument>(print => print.Run(reader, dossier.InstanceId, default));
        var sheet = await _bed.Run<PrintControlSheet, PrintedDocument>(print => print.Run(reader, dossier.InstanceId, default));
        Assert.That(PdfText.Of(quality.Pdf) + PdfText.Of(sheet.Pdf), Does.Contain(dossier.Code).And.Not.Contain("Quỳnh"));
        Assert.That((await _bed.Run<TrackDossier, object?>(async track => await track.BySecret(dossier.TrackingSecret, default)))!, Is.Not.Null);
        Assert.That((await Foresee(Number)).Dossiers, Is.Empty);
    }

    [Test]
    public async Task What_the_law_has_kept_stays_and_the_sentence_says_until_when()
    {
        var dossier = await Everywhere();

        var refused = (await Assert.ThrowsAsync<RejectedException>(() => Propose(Number)))!;

        Assert.That(refused.Code, Is.EqualTo("must-keep"));
        Assert.That(refused.Reason.En, Does.Contain(dossier.Code).And.Contain("has to be kept until 02/11/2036"));
        Assert.That((await _bed.Dossier(dossier.InstanceId)).ApplicantName, Is.EqualTo(Name));
    }

    [Test]
    public async Task What_was_never_sent_goes_at_once_with_its_files()
    {
        var draft = await _bed.Run<Drafts, SubmissionDraftRow>(drafts => drafts.Begin(DossierBed.Ward, Email, "1.001612", default));
        await _bed.Run<Uploads>(uploads => uploads.Take(DossierBed.Ward, draft.Id, null, "đơn.pdf", 12, new MemoryStream("%PDF-1.7 abc"u8.ToArray()), default));
        var file = (await _bed.Run<Uploads, IReadOnlyList<UploadRow>>(uploads => uploads.Of(draft.Id, default))).Single().Sha256!;

        await Approve(await Propose(Email));

        Assert.That(await Found([Email]), Is.Empty);
        _bed.StoreAgain(file);
        _bed.Clock.Advance(TimeSpan.FromDays(2));
        await _bed.Office.Get<AttachmentCleanup>().Run(default);
        Assert.That(_bed.Office.Get<AttachmentStore>().Has(file), Is.False);
    }

    [Test]
    public async Task Every_dossier_of_a_person_is_erased_with_one_list()
    {
        await _bed.Withdrawn();
        await _bed.Withdrawn(form => form with { DuplicateReason = "Nộp lại" }, "%PDF-1.7 khác");
        _bed.Clock.Now = _bed.Clock.Now.AddYears(11);
        var list = await Propose(Samples.Applicant.IdentityNumber!);

        await Approve(list);

        var reader = await _bed.As("auditor");
        var view = await _bed.Run<ReadDisposals, DisposalView>(read => read.Get(reader, list, default));
        Assert.That((view.List.Status, view.Destroyed, view.Kept), Is.EqualTo((DisposalStatus.Done, 2, 0)));
    }

    [Test]
    public async Task One_proposes_and_another_approves()
    {
        await Everywhere();
        _bed.Clock.Now = _bed.Clock.Now.AddYears(11);
        Assert.That(() => Propose(Number, "specialist"), Rejected("not-allowed"));
        Assert.That(() => Propose("Quỳnh"), Rejected("subject-short"));
        var list = await Propose(Number, "leader");

        Assert.That(() => Approve(list, "leader"), Rejected("sod-2"));
        Assert.That(() => Propose(Number), Rejected("must-keep"), "it stands on a list already");
        await Approve(list, "leader2");
    }

    /// <summary>A dossier of the person with everything that can be known: form, files, receipt, notice of the bank, messages, survey, events of the portal.</summary>
    private async Task<DossierRow> Everywhere()
    {
        var applicant = Samples.Applicant with { Name = Name, IdentityNumber = Number, Phone = Phone, Email = Email, Address = "12 Hẻm Riêng" };
        var dossier = await _bed.Receive(form => form with { Applicant = applicant, Form = Declared(form.Form), Note = $"{Name} gọi lại số {Phone}" });
        await _bed.Pay(dossier.InstanceId);
        var paid = new PaymentNotice("notice-1", 50_000, $"{Name} nop them cho {dossier.Code}", "FT26306", _bed.Clock.Now);
        await _bed.Run<ReceivePaymentNotice, NoticeState>(receive => receive.Run(DossierBed.Ward, paid, default));
        await _bed.Attach(dossier.InstanceId, $"%PDF-1.7 đơn của {Name}, {Number}");
        var (reception, leader) = (await _bed.As("reception"), await _bed.As("leader"));
        await _bed.Run<AskWithdrawal>(ask => ask.Run(reception, dossier.InstanceId, $"{Name} đổi ý", _bed.NewCommand(), default));
        await _bed.Run<DecideWithdrawal>(decide => decide.Run(leader, dossier.InstanceId, true, null, _bed.NewCommand(), default));
        await _bed.Run<AnswerSurvey>(async answer => await answer.Run(
            (await answer.Find(dossier.TrackingSecret, default))!, new Marks(5, 5, null, null, null), $"{Name} cảm ơn", default));
        await Tell(dossier);
        await _bed.Settle();
        return await _bed.Dossier(dossier.InstanceId);
    }

    /// <summary>The portal has told of the dossier.</summary>
    private async Task Tell(DossierRow dossier)
    {
        await using var db = _bed.Office.OpenDb();
        await db.Set<DossierRow>().IgnoreQueryFilters().Where(row => row.InstanceId == dossier.InstanceId).ExecuteUpdateAsync(set => set.SetProperty(row => row.NationalCode, "000.00.1"));
        db.Add(new PortalInboxRow
        {
            AgencyId = DossierBed.Ward,
            Id = "told-1",
            EventId = "1",
            Type = "supplement",
            Subject = "000.00.1",
            Sequence = 1,
            ReceivedAt = _bed.Clock.Now,
            Data = $$"""{"name":"{{Name}}"}""",
            State = PortalInboxState.Refused,
            Reason = $"{Name} không nộp hồ sơ này",
        });
        await db.SaveChangesAsync();
    }

    private static JsonElement Declared(JsonElement form)
    {
        var answers = JsonNode.Parse(form.GetRawText())!.AsObject();
        answers["ownerIdentity"] = Number;
        answers["businessName"] = $"Hộ kinh doanh {Name}";
        return JsonSerializer.SerializeToElement(answers);
    }

    /// <summary>Where one of the texts stands: tables and files.</summary>
    private async Task<IReadOnlyList<string>> Found(IReadOnlyList<string> texts)
    {
        await using var db = _bed.Office.OpenDb();
        var tables = db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().ToList();
        var found = new List<string>();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                for (var i = 0; i < reader.FieldCount; i++)
                    if (texts.Any(text => Says(reader.GetValue(i), text))) found.Add($"{table}.{reader.GetName(i)}");
        }

        foreach (var file in Directory.EnumerateFiles(_bed.Office.Options.DataDirectory, "*", SearchOption.AllDirectories))
            if (!Path.GetFileName(file).StartsWith("isoe.db", StringComparison.Ordinal) && await File.ReadAllBytesAsync(file) is var bytes && texts.Any(text => Says(bytes, text))) found.Add(file);
        return [.. found.Distinct()];
    }

    private static bool Says(object value, string text) => value switch
    {
        string said => said.Contains(text, StringComparison.OrdinalIgnoreCase),
        byte[] bytes => Encoding.UTF8.GetString(bytes).Contains(text, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private async Task<ErasableData> Foresee(string about)
    {
        var actor = await _bed.As("onestop");
        return await _bed.Run<SubjectErasure, ErasableData>(erasure => erasure.Foresee(actor, about, default));
    }

    private async Task<string> Propose(string about, string by = "onestop")
    {
        var actor = await _bed.As(by);
        return await _bed.Run<SubjectErasure, string>(erasure => erasure.Propose(actor, about, Ground, _bed.NewCommand(), default));
    }

    private async Task Approve(string list, string by = "leader")
    {
        var actor = await _bed.As(by);
        await _bed.Run<DecideDisposal>(decide => decide.Approve(actor, list, _bed.NewCommand(), default));
        await _bed.Settle();
    }

    /// <summary>Either what stood then, or the sentence that it was erased.</summary>
    private async Task AsOf(DossierRow dossier, long sequence)
    {
        var reader = await _bed.As("auditor");
        try
        {
            await _bed.Run<ReadAsOf, AsOf?>(read => read.Run(reader, dossier.Code, sequence, default));
        }
        catch (RejectedException rejected)
        {
            Assert.That(rejected.Code, Is.EqualTo("history-erased"));
        }
    }
}
