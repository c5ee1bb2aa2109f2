using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Records;
using IsoE.Office.Records.Signing;
using IsoE.Office.Signatures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Tasks;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.Records;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Tests.Signatures;

/// <summary>Results signed by the person who decides and by the agency, as steps of their procedure.</summary>
public sealed class SigningTests
{
    private TestKeys _keys = null!;
    private DossierBed _bed = null!;
    private string _dossier = "";

    [SetUp]
    public async Task Start()
    {
        _keys = new TestKeys();
        _bed = await DossierBed.Start(DatabaseKind.Sqlite, services => services.AddSingleton(_keys.Options));
        _dossier = (await _bed.Receive()).InstanceId;
        await _bed.Complete(_dossier, "appraise", "specialist", "Eligible", Dossiers.Samples.Eligible);
    }

    [TearDown]
    public async Task Stop()
    {
        await _bed.DisposeAsync();
        _keys.Dispose();
    }

    [Test]
    public async Task A_result_carries_the_signatures_of_the_head_and_of_the_agency_over_the_bytes_that_were_shown()
    {
        await Register("head", isSeal: false, "Đỗ Văn Thành");
        await Register("clerk", isSeal: true, "UBND phường An Hòa Đông");

        var shown = await Shown("head", "sign");
        await Sign("head", "sign", "Signed", new { }, shown!.Sha256);
        var again = await Shown("clerk", "issue");
        await Sign("clerk", "issue", "Issued", Dossiers.Samples.Issuing, again!.Sha256);

        var result = (await Records()).Single(record => record.Code == "business-certificate");
        var pdf = (await _bed.Run<OpenRecord, PrintedDocument>(async open => await open.Run(await _bed.As("clerk"), result.Id, default))).Pdf;
        Assert.That(pdf.AsSpan(0, shown.Pdf.Length).SequenceEqual(shown.Pdf), Is.True, "the bytes shown stand in the result unchanged");
        var verified = await _bed.Office.Get<VerifySignatures>().Run(pdf, default);
        Assert.That(verified.IsSignedAndValid, Is.True, string.Join("; ", verified.Signatures.SelectMany(signature => signature.Findings)));
        Assert.That(verified.Signatures.Select(signature => signature.Signer), Is.EqualTo(new[] { "Đỗ Văn Thành", "UBND phường An Hòa Đông" }));
        var signed = (await _bed.Facts(_dossier)).OfType<DocumentSigned>().ToList();
        Assert.That(signed.Select(fact => (fact.Before, fact.IsSeal)), Is.EqualTo(new[] { (shown.Sha256, false), (again.Sha256, true) }));
        Assert.That(signed[1].Before, Is.EqualTo(signed[0].After));
        Assert.That(PdfText.Of(pdf), Does.Contain("Ký bởi: Đỗ Văn Thành").And.Contain("Cơ quan ký"));
    }

    [Test]
    public async Task What_changed_since_it_was_shown_is_not_signed()
    {
        await Register("head", isSeal: false, "Đỗ Văn Thành");
        var shown = await Shown("head", "sign");
        _bed.Clock.Now += TimeSpan.FromMinutes(5);
        var actor = await _bed.As("reception");
        var file = await _bed.Office.Get<AttachmentStore>().Store(new MemoryStream("%PDF-1.4 more"u8.ToArray()), "more.pdf", default);
        await _bed.Run<AddAttachment, StepResult>(add => add.Run(actor, _dossier, new IncomingFile(file, null), "another-paper", default));

        var refused = await Refused(() => Sign("head", "sign", "Signed", new { }, shown!.Sha256));

        Assert.That(refused.Code, Is.EqualTo("document-changed"));
        Assert.That((await _bed.OpenTask(_dossier)).ActivityId, Is.EqualTo("sign"));
    }

    [Test]
    public async Task A_wrong_password_signs_and_completes_nothing()
    {
        await Register("head", isSeal: false, "Đỗ Văn Thành");
        var shown = await Shown("head", "sign");

        var refused = await Refused(() => Sign("head", "sign", "Signed", new { }, shown!.Sha256, "wrong"));

        Assert.That((refused.Code, refused.Field), Is.EqualTo(("signing-password", "Password")));
        Assert.That((await _bed.Facts(_dossier)).OfType<DocumentSigned>(), Is.Empty);
    }

    [Test]
    public async Task Without_a_certificate_there_is_nothing_to_sign_and_the_steps_go_as_before()
    {
        Assert.That(await Shown("head", "sign"), Is.Null);
        await _bed.Complete(_dossier, "sign", "head", "Signed");
        await Register("clerk", isSeal: true, "UBND phường An Hòa Đông");

        Assert.That(await Shown("clerk", "issue"), Is.Null, "the agency's signature stands only beside a person's");
    }

    [Test]
    public async Task A_decision_made_once_more_on_paper_leaves_the_earlier_signature_aside()
    {
        await Register("head", isSeal: false, "Đỗ Văn Thành");
        var shown = await Shown("head", "sign");
        await Sign("head", "sign", "Signed", new { }, shown!.Sha256);
        await _bed.Complete(_dossier, "issue", "clerk", "Issued", Dossiers.Samples.Issuing);

        var result = (await Records()).Single(record => record.Code == "business-certificate");
        var pdf = (await _bed.Run<OpenRecord, PrintedDocument>(async open => await open.Run(await _bed.As("clerk"), result.Id, default))).Pdf;

        Assert.That((await _bed.Office.Get<VerifySignatures>().Run(pdf, default)).Signatures, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_certificate_for_another_purpose_or_out_of_date_is_not_registered_and_the_seal_is_the_clerks()
    {
        var usage = await Refused(() => Register("head", isSeal: false, "Máy chủ", X509KeyUsageFlags.KeyEncipherment));
        var expired = await Refused(() => Register("head", isSeal: false, "Hết hạn", days: -1));
        var seal = await Refused(() => Register("specialist", isSeal: true, "Con dấu"));

        Assert.That(new[] { usage.Code, expired.Code, seal.Code }, Is.EqualTo(new[] { "signing-usage", "signing-expired", "not-allowed" }));
    }

    [Test]
    public async Task Stored_files_of_records_and_signatures_are_never_cleaned_up()
    {
        await Register("head", isSeal: false, "Đỗ Văn Thành");
        var shown = await Shown("head", "sign");
        await Sign("head", "sign", "Signed", new { }, shown!.Sha256);
        var receipt = (await Records()).Single(record => record.Code == RecordCodes.Receipt);
        await _bed.Run<OpenRecord, PrintedDocument>(async open => await open.Run(await _bed.As("reception"), receipt.Id, default));
        foreach (var file in new DirectoryInfo(Path.Combine(_bed.Office.Options.DataDirectory, "attachments")).EnumerateFiles("*", SearchOption.AllDirectories))
            file.LastWriteTimeUtc = DateTime.UnixEpoch;

        Assert.That(await _bed.Office.Get<AttachmentCleanup>().Run(default), Is.Zero);
    }

    private Task Register(string person, bool isSeal, string holder, X509KeyUsageFlags usage = X509KeyUsageFlags.DigitalSignature, int days = 300) =>
        _keys.Register(_bed, person, isSeal, holder, usage, days);

    private async Task<SignableDocument?> Shown(string person, string activity)
    {
        var (actor, task) = (await _bed.As(person), await _bed.OpenTask(_dossier, activity));
        return await _bed.Run<FindSignable, SignableDocument?>(find => find.Run(actor, task.Id, default));
    }

    private async Task Sign(string person, string activity, string outcome, object values, string sha256, string password = TestKeys.Password)
    {
        var (actor, task) = (await _bed.As(person), await _bed.OpenTask(_dossier, activity));
        var completion = new TaskCompletion(task.Id, task.Version, outcome, JsonSerializer.SerializeToElement(values), _bed.NewCommand());
        await _bed.Run<CompleteSigned>(complete => complete.Run(actor, new SignedCompletion(completion, sha256, password), default));
    }

    private async Task<IReadOnlyList<RecordRow>> Records()
    {
        await using var db = _bed.Office.OpenDb();
        return await db.Set<RecordRow>().IgnoreQueryFilters().Where(record => record.InstanceId == _dossier).OrderBy(record => record.Sequence).ToListAsync();
    }

    private static async Task<RejectedException> Refused(Func<Task> act) => (await Assert.ThrowsAsync<RejectedException>(act))!;
}
