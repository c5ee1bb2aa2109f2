using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using IsoE.Office.Dossiers;
using IsoE.Office.Evidence;
using IsoE.Office.Instances;
using IsoE.Office.Records;
using IsoE.Office.Records.Signing;
using IsoE.Office.Signatures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Tasks;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.Records;
using IsoE.Office.Tests.Seals;
using IsoE.Verifier;
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
    public async Task Signed_documents_are_held_against_what_their_history_says()
    {
        var (whole, _) = await SignTwice();
        var check = _bed.Office.Get<CheckSignedFiles>();

        Assert.That(await check.Run(DossierBed.Ward, default), Is.EqualTo(new CheckedSignedFiles(1, 2, 0, null, null)));
        foreach (var authority in Directory.EnumerateFiles(_keys.Options.TrustFolder!)) File.Delete(authority);
        var doubted = await check.Run(DossierBed.Ward, default);
        Assert.That((doubted.Finding, doubted.Unproven, doubted.Doubt?.En), Is.EqualTo(((SignedFileFinding?)null, 2, "The certificate is of its holder's own making; no trusted authority vouches for it.")));
        File.Delete(_bed.Office.Get<AttachmentStore>().PathOf(PutSignature.HashOf(whole)));
        Assert.That((await check.Run(DossierBed.Ward, default)).Finding?.Reason.En, Is.EqualTo("the signed file is gone, or does not fit its hash"));
    }

    [Test]
    public async Task A_signed_document_with_other_bytes_without_a_signer_or_with_another_time_is_named()
    {
        var (whole, facts) = await SignTwice();
        var changed = (byte[])whole.Clone();
        changed[whole.AsSpan().IndexOf("/Producer"u8) + 12] ^= 1;
        var one = await _bed.Office.Get<AttachmentStore>().Store(new MemoryStream(changed), "x.pdf", default);

        Assert.That(await Said($"replace(data, '{facts[1].After}', '{one.Sha256}')"), Does.Contain("was changed after it was signed"));
        Assert.That(await Said($"replace(data, '{one.Sha256}', '{facts[0].After}')"), Does.Contain("the file lacks the signature of UBND phường An Hòa Đông"));
        await Said($"replace(data, '{facts[0].After}', '{facts[1].After}')");
        await _bed.Office.Tamper($"UPDATE history SET at = '2020-01-01T00:00:00.000000Z' WHERE type = 'DocumentSigned'");
        Assert.That((await _bed.Office.Get<CheckSignedFiles>().Run(DossierBed.Ward, default)).Finding?.Reason.En, Does.Contain("is not the one in the history"));
    }

    [Test]
    public async Task The_standalone_verifier_reads_the_signatures_of_records_too()
    {
        var (whole, facts) = await SignTwice();

        Assert.That(SignedPdf.Signers(whole, "x"), Is.EquivalentTo(facts.Select(fact => fact.CertificateSha256)));
        var auditor = await _bed.As("auditor");
        _bed.Clock.Now += TimeSpan.FromMinutes(5);
        using var pack = new MemoryStream();
        await _bed.Run<ExportPack>(export => export.Run(auditor, [_dossier], "vi", pack, default));
        Assert.That(Pack.Check(pack.ToArray()).Wrong, Is.Empty);
        var random = new Random(20261127);
        for (var i = 0; i < 60; i++)
        {
            var flipped = (byte[])whole.Clone();
            flipped[random.Next(whole.Length)] ^= (byte)(1 << random.Next(8));
            Assert.That(Reads(flipped, facts), Is.False, $"flip {i}");
        }

        Assert.That(Reads([.. whole, .. "1 0 obj"u8], facts), Is.False);
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

    /// <summary>The result with both signatures, and what the history says of them.</summary>
    private async Task<(byte[] Pdf, IReadOnlyList<DocumentSigned> Facts)> SignTwice()
    {
        await Register("head", isSeal: false, "Đỗ Văn Thành");
        await Register("clerk", isSeal: true, "UBND phường An Hòa Đông");
        await Sign("head", "sign", "Signed", new { }, (await Shown("head", "sign"))!.Sha256);
        await Sign("clerk", "issue", "Issued", Dossiers.Samples.Issuing, (await Shown("clerk", "issue"))!.Sha256);
        var facts = (await _bed.Facts(_dossier)).OfType<DocumentSigned>().ToList();
        await using var file = _bed.Office.Get<AttachmentStore>().Open(facts[1].After);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return (bytes.ToArray(), facts);
    }

    /// <summary>What the check says when the history tells something else.</summary>
    private async Task<string?> Said(string data)
    {
        await _bed.Office.Tamper($"UPDATE history SET data = {data} WHERE type = 'DocumentSigned'");
        return (await _bed.Office.Get<CheckSignedFiles>().Run(DossierBed.Ward, default)).Finding?.Reason.En;
    }

    /// <summary>Whether the standalone verifier finds in the file the signatures that the history tells of.</summary>
    private static bool Reads(byte[] pdf, IReadOnlyList<DocumentSigned> facts)
    {
        try
        {
            return facts.All(fact => SignedPdf.Signers(pdf, "x").Contains(fact.CertificateSha256));
        }
        catch (DamagedException)
        {
            return false;
        }
    }

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
