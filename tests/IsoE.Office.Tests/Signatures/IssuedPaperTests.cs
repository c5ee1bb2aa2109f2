using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Procedures;
using IsoE.Office.Records;
using IsoE.Office.Records.Signing;
using IsoE.Office.Seals;
using IsoE.Office.Signatures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.Queue;
using IsoE.Office.Tests.Records;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Tests.Signatures;

/// <summary>Letters to the applicant that are signed after they were issued: by whom their form says, then by the agency.</summary>
public sealed class IssuedPaperTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private TestKeys _keys = null!;
    private DossierBed _bed = null!;
    private string _dossier = "";

    [SetUp]
    public async Task Start()
    {
        _keys = new TestKeys();
        _bed = await DossierBed.Start(Kind, services => services.AddSingleton(_keys.Options));
        _dossier = (await _bed.Receive()).InstanceId;
    }

    [TearDown]
    public async Task Stop()
    {
        await _bed.DisposeAsync();
        _keys.Dispose();
    }

    [Test]
    public async Task A_notice_of_stopping_is_signed_by_a_leader_sealed_by_the_agency_and_only_then_goes_to_the_applicant()
    {
        await LeaderAndSeal();
        await StopIt();
        await Deliver();
        var notice = await Record(RecordCodes.StopNotice);
        Assert.That(notice.Sha256, Is.Null, "it waits");
        Assert.That(await ForApplicant(), Does.Not.Contain(RecordCodes.StopNotice));

        var shown = await Shown("leader", notice);
        await Sign("leader", notice, shown!.Sha256);
        Assert.That(await ForApplicant(), Does.Not.Contain(RecordCodes.StopNotice), "the agency has not signed yet");
        var again = await Shown("clerk", notice);
        await Sign("clerk", notice, again!.Sha256);

        var pdf = await Download(RecordCodes.StopNotice);
        Assert.That(pdf.AsSpan(0, shown.Pdf.Length).SequenceEqual(shown.Pdf), Is.True, "the bytes shown stand in the notice unchanged");
        var verified = await _bed.Office.Get<VerifySignatures>().Run(pdf, default);
        Assert.That(verified.IsSignedAndValid, Is.True, string.Join("; ", verified.Signatures.SelectMany(signature => signature.Findings)));
        Assert.That(verified.Signatures.Select(signature => signature.Signer), Is.EqualTo(new[] { "Huỳnh Văn Phúc", "UBND phường An Hòa Đông" }));
        Assert.That(PdfText.Signatures(pdf), Does.Contain("Signature #2").And.Not.Contain("Signature is Invalid").And.Not.Contain("not been verified"));
        var signed = (await _bed.Facts(_dossier)).OfType<DocumentSigned>().ToList();
        Assert.That(signed.Select(fact => (fact.RecordId, fact.Before, fact.IsSeal)), Is.EqualTo(new[] { (notice.Id, shown.Sha256, false), (notice.Id, signed[0].After, true) }));
        Assert.That((await Record(RecordCodes.StopNotice)).Sha256, Is.EqualTo(signed[1].After));
        Assert.That(PdfText.Of(pdf), Does.Contain("Trùng hồ sơ").And.Contain("Ký bởi: Huỳnh Văn Phúc").And.Contain("Cơ quan ký"));
    }

    [Test]
    public async Task Without_a_certificate_of_whoever_signs_a_paper_is_printed_at_once()
    {
        await _keys.Register(_bed, "clerk", isSeal: true, "UBND phường An Hòa Đông");
        await StopIt();
        await Deliver();

        Assert.That((await Record(RecordCodes.StopNotice)).Sha256, Is.Not.Null);
        Assert.That(await ForApplicant(), Does.Contain(RecordCodes.StopNotice));
        Assert.That(await Waiting("clerk"), Is.Empty, "the agency signs only beside a person");
    }

    [Test]
    public async Task A_certificate_that_has_run_out_is_waited_for_by_nobody()
    {
        await _keys.Register(_bed, "leader", isSeal: false, "Huỳnh Văn Phúc", days: 1);
        _bed.Clock.Now += TimeSpan.FromDays(2);
        await StopIt();
        await Deliver();

        Assert.That((await Record(RecordCodes.StopNotice)).Sha256, Is.Not.Null);
    }

    [Test]
    public async Task An_apology_is_signed_by_the_head_who_gave_it_and_without_a_seal_that_completes_it()
    {
        await _keys.Register(_bed, "head", isSeal: false, "Đỗ Văn Thành");
        await _keys.Register(_bed, "leader", isSeal: false, "Huỳnh Văn Phúc");
        var head = await _bed.As("head");
        await _bed.Run<ExtendDossier>(extend => extend.Run(head, _dossier, new DateTimeOffset(2026, 11, 9, 10, 0, 0, TimeSpan.Zero), "Chờ xác minh", _bed.NewCommand(), default));
        await Deliver();
        var apology = await Record(RecordCodes.Apology);
        Assert.That(await Shown("leader", apology), Is.Null, "it is not the leader's letter");

        await Sign("head", apology, (await Shown("head", apology))!.Sha256);

        var pdf = await Download(RecordCodes.Apology);
        Assert.That((await _bed.Office.Get<VerifySignatures>().Run(pdf, default)).Signatures.Select(signature => signature.Signer), Is.EqualTo(new[] { "Đỗ Văn Thành" }));
    }

    [Test]
    public async Task What_the_system_set_off_names_the_role_until_somebody_signs_it()
    {
        await _keys.Register(_bed, "leader", isSeal: false, "Huỳnh Văn Phúc");
        var notice = await Notice(_dossier);

        var open = PdfText.Of(await Open("leader2", notice));
        var signing = PdfText.Of((await Shown("leader", notice))!.Pdf);

        Assert.That(open, Does.Contain("LÃNH ĐẠO CƠ QUAN").And.Not.Contain("Hệ thống"));
        Assert.That(signing, Does.Contain("Huỳnh Văn Phúc"));
    }

    [Test]
    public async Task Signed_by_pen_it_is_kept_as_it_was_shown()
    {
        await LeaderAndSeal();
        await StopIt();
        var notice = await Record(RecordCodes.StopNotice);
        var shown = await Shown("leader2", notice);
        Assert.That(shown, Is.Null, "the second leader has no certificate");
        shown = await Shown("leader", notice);
        await Sign("leader", notice, shown!.Sha256, password: null);

        Assert.That((await Record(RecordCodes.StopNotice)).Sha256, Is.EqualTo(shown.Sha256));
        Assert.That(await Download(RecordCodes.StopNotice), Is.EqualTo(shown.Pdf));
        Assert.That(await Waiting("clerk"), Is.Empty);
    }

    [Test]
    public async Task A_wrong_password_another_document_or_another_person_signs_nothing_and_a_form_sent_twice_signs_once()
    {
        await LeaderAndSeal();
        await StopIt();
        var notice = await Record(RecordCodes.StopNotice);
        var shown = await Shown("leader", notice);

        var wrong = await QueueBed.Refused(() => Sign("leader", notice, shown!.Sha256, "sai"));
        var other = await QueueBed.Refused(() => Sign("leader", notice, new string('0', 64)));
        var stranger = await QueueBed.Refused(() => Sign("head", notice, shown!.Sha256));
        Assert.That(new[] { wrong.Code, other.Code, stranger.Code }, Is.EqualTo(new[] { "signing-password", "document-changed", "paper-not-waiting" }));
        Assert.That((await _bed.Facts(_dossier)).OfType<DocumentSigned>(), Is.Empty);

        await Sign("leader", notice, shown!.Sha256, command: "twice");
        await Sign("leader", notice, shown.Sha256, command: "twice");
        Assert.That((await _bed.Facts(_dossier)).OfType<DocumentSigned>().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Two_leaders_who_sign_at_once_leave_one_signature()
    {
        await LeaderAndSeal();
        await _keys.Register(_bed, "leader2", isSeal: false, "Hồ Văn Lợi");
        await StopIt();
        var notice = await Record(RecordCodes.StopNotice);
        var (first, second) = (await Shown("leader", notice), await Shown("leader2", notice));

        var outcomes = await Task.WhenAll(Try("leader", first!.Sha256), Try("leader2", second!.Sha256));

        Assert.That(outcomes.Count(code => code is null), Is.EqualTo(1), string.Join(", ", outcomes));
        Assert.That((await _bed.Facts(_dossier)).OfType<DocumentSigned>().Count(), Is.EqualTo(1));

        async Task<string?> Try(string person, string sha256)
        {
            try
            {
                await Sign(person, notice, sha256);
                return null;
            }
            catch (RejectedException refused)
            {
                return refused.Code;
            }
        }
    }

    [Test]
    public async Task A_confidential_paper_waits_for_nobody_who_is_not_named()
    {
        await LeaderAndSeal();
        var id = (await _bed.Receive(_ => Dossiers.Samples.Denunciation(_bed.Office.NewId()))).InstanceId;
        await Notice(id);

        Assert.That(await Waiting("leader"), Is.Empty);
    }

    [Test]
    public async Task The_list_of_what_waits_names_the_paper_for_the_leader_then_for_the_clerk()
    {
        await LeaderAndSeal();
        await StopIt();
        var notice = await Record(RecordCodes.StopNotice);
        Assert.That((await Waiting("leader"), await Waiting("clerk")), Is.EqualTo((new[] { notice.Id }, Array.Empty<string>())));

        await Sign("leader", notice, (await Shown("leader", notice))!.Sha256);

        Assert.That((await Waiting("leader"), await Waiting("clerk")), Is.EqualTo((Array.Empty<string>(), new[] { notice.Id })));
    }

    [Test]
    public async Task Two_hundred_older_papers_do_not_hide_the_one_of_a_dossier_and_all_are_counted()
    {
        await LeaderAndSeal();
        var older = (await _bed.Receive(form => form with { DuplicateReason = "Nộp lại" })).InstanceId;
        await using (var db = _bed.Office.OpenDb())
        {
            db.AddRange(Enumerable.Range(0, 200).Select(number => Noticed(older, 1000 + number, _bed.Clock.Now.AddDays(-1))));
            await db.SaveChangesAsync();
        }
        var notice = await Notice(_dossier);
        var actor = await _bed.As("leader");

        Assert.That(await Waiting("leader"), Has.Length.EqualTo(200).And.None.EqualTo(notice.Id), "the list is cut");
        Assert.That((await _bed.Run<WaitingPapers, IReadOnlyList<WaitingPaper>>(papers => papers.Of(actor, _dossier, default))).Select(paper => paper.Record.Id), Is.EqualTo(new[] { notice.Id }));
        Assert.That(await _bed.Run<WaitingPapers, int>(papers => papers.Count(actor, default)), Is.EqualTo(201));
    }

    [Test]
    public async Task A_paper_of_a_destroyed_dossier_waits_for_nobody()
    {
        await LeaderAndSeal();
        var notice = await Notice(_dossier);
        var before = await Waiting("leader");
        await using (var db = _bed.Office.OpenDb())
            await db.Set<DossierRow>().IgnoreQueryFilters().Where(row => row.InstanceId == _dossier).ExecuteUpdateAsync(set => set.SetProperty(row => row.ErasedAt, _bed.Clock.Now));

        Assert.That(before, Is.EqualTo(new[] { notice.Id }));
        Assert.That(await Waiting("leader"), Is.Empty);
        Assert.That(await Shown("leader", notice), Is.Null);
    }

    [Test]
    public async Task A_role_given_for_one_procedure_signs_its_papers_and_no_others()
    {
        await LeaderAndSeal();
        await Notice(_dossier);
        var leader = await _bed.As("leader");
        Task<int> For(string procedure) => _bed.Run<WaitingPapers, int>(papers => papers.Count(
            leader with { Grants = [new Office.Organisation.Grant(Office.Organisation.Roles.AgencyLeader, Procedure: procedure)] }, default));

        Assert.That((await For("1.001612"), await For("1.004884")), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task The_signed_bytes_are_what_the_seals_hold()
    {
        await LeaderAndSeal();
        await StopIt();
        var notice = await Record(RecordCodes.StopNotice);
        await Sign("leader", notice, (await Shown("leader", notice))!.Sha256);
        await Sign("clerk", notice, (await Shown("clerk", notice))!.Sha256);
        await Deliver();

        var complete = await Record(RecordCodes.StopNotice);
        await _bed.Office.Get<SealHistory>().Seal(DossierBed.Ward, "leader", default);
        var whole = await _bed.Office.Get<VerifySeals>().Run(DossierBed.Ward, null, files: true, default);
        await File.AppendAllTextAsync(_bed.Office.Get<AttachmentStore>().PathOf(complete.Sha256!), "x");
        var altered = await _bed.Office.Get<VerifySeals>().Run(DossierBed.Ward, null, files: true, default);

        Assert.That(whole.Finding, Is.Null);
        Assert.That(altered.Finding?.Code, Is.EqualTo("file-changed"));
    }

    [Test]
    public void A_procedure_says_otherwise_than_the_form()
    {
        var form = new RecordKind("stop-notice", new Text("a", "b"), RecordTemplates.StopNotice, default, new Text("a", "b"), null, new Source(false, null));

        Assert.That(PaperSigning.Of(form, RecordTemplates.StopNotice), Is.EqualTo(new PaperSigning("agency_leader", true)));
        Assert.That(PaperSigning.Of(form with { Signing = new("division_head", false) }, RecordTemplates.StopNotice), Is.EqualTo(new PaperSigning("division_head", false)));
        Assert.That(PaperSigning.Of(form with { Signing = new(PaperSigning.Nobody, true) }, RecordTemplates.StopNotice), Is.Null);
        Assert.That(PaperSigning.Of(null, RecordTemplates.StepRecord), Is.Null);
    }

    private async Task LeaderAndSeal()
    {
        await _keys.Register(_bed, "leader", isSeal: false, "Huỳnh Văn Phúc");
        await _keys.Register(_bed, "clerk", isSeal: true, "UBND phường An Hòa Đông");
    }

    private async Task StopIt()
    {
        await _bed.Complete(_dossier, "appraise", "specialist", "Eligible", Dossiers.Samples.Eligible);
        var leader = await _bed.As("leader");
        await _bed.Run<StopDossier>(stop => stop.Run(leader, _dossier, "Trùng hồ sơ", _bed.NewCommand(), default));
    }

    /// <summary>A notice of stopping that the system set off.</summary>
    private async Task<RecordRow> Notice(string dossier)
    {
        var row = Noticed(dossier, (await _bed.Facts(dossier)).Count, _bed.Clock.Now);
        await using var db = _bed.Office.OpenDb();
        db.Add(row);
        await db.SaveChangesAsync();
        return row;
    }

    private static RecordRow Noticed(string dossier, long sequence, DateTimeOffset at) => new()
    {
        AgencyId = DossierBed.Ward,
        Id = RecordRow.IdOf(dossier, sequence),
        InstanceId = dossier,
        Sequence = sequence,
        Code = RecordCodes.StopNotice,
        TitleVi = "Thông báo",
        TitleEn = "Notice",
        Template = RecordTemplates.StopNotice,
        Data = "{}",
        IssuedAt = at,
        IssuedBy = StepRequest.System,
        SignedBy = Office.Organisation.Roles.AgencyLeader,
    };

    private Task<int> Deliver() => _bed.Office.Get<OutboxDispatcher>().DeliverPending(default);

    private async Task<RecordRow> Record(string code)
    {
        await using var db = _bed.Office.OpenDb();
        return await db.Set<RecordRow>().IgnoreQueryFilters().SingleAsync(record => record.InstanceId == _dossier && record.Code == code);
    }

    private async Task<ShownPaper?> Shown(string person, RecordRow record)
    {
        var actor = await _bed.As(person);
        return await _bed.Run<WaitingPapers, ShownPaper?>(papers => papers.Find(actor, record.Id, default));
    }

    private async Task<string[]> Waiting(string person)
    {
        var actor = await _bed.As(person);
        return [.. (await _bed.Run<WaitingPapers, IReadOnlyList<WaitingPaper>>(papers => papers.Of(actor, dossierId: null, default))).Select(paper => paper.Record.Id)];
    }

    private async Task Sign(string person, RecordRow record, string sha256, string? password = TestKeys.Password, string? command = null)
    {
        var actor = await _bed.As(person);
        await _bed.Run<SignPaper>(sign => sign.Run(actor, new PaperSignature(record.Id, sha256, password, command ?? _bed.NewCommand()), default));
    }

    private async Task<byte[]> Open(string person, RecordRow record)
    {
        var actor = await _bed.As(person);
        return (await _bed.Run<OpenRecord, PrintedDocument>(open => open.Run(actor, record.Id, default))).Pdf;
    }

    private async Task<IReadOnlyList<string>> ForApplicant()
    {
        var dossier = await _bed.Dossier(_dossier);
        return [.. (await _bed.Run<OpenRecord, IReadOnlyList<RecordRow>>(open => open.OfApplicant(dossier, default))).Select(record => record.Code)];
    }

    private async Task<byte[]> Download(string code)
    {
        var dossier = await _bed.Dossier(_dossier);
        return (await _bed.Run<OpenRecord, PrintedDocument?>(open => open.ForApplicant(dossier, code, default)))!.Pdf;
    }
}
