using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using IsoE.Documents.Signing;
using IsoE.Documents.Signing.Objects;
using IsoE.Documents.Signing.Verification;
using IsoE.Documents.Tests.Forms;

namespace IsoE.Documents.Tests.Signing;

/// <summary>Files whose author allows no change, forms and signatures, or annotations too (DocMDP), and files of unusual build.</summary>
public sealed class CertificationTests
{
    private const int Room = 16_000;

    private static readonly SignatureRequest Request = new("Người ký", "Ký duyệt", "", SampleAuthority.Now, null);

    private readonly SampleAuthority _authority = new();
    private byte[] _letter = [];

    [OneTimeSetUp]
    public async Task Print() => _letter = await Documents.Render(Samples.Apology());

    [OneTimeTearDown]
    public void End() => _authority.Dispose();

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task A_certified_file_that_nobody_has_touched_stands(long level) => Assert.That(
        await Said(Certified(level)), Is.EqualTo((FindingCode.CoversWholeFile, FindingGrade.Good)));

    [TestCase(1, FindingGrade.Bad)]
    [TestCase(2, FindingGrade.Good)]
    [TestCase(3, FindingGrade.Good)]
    public async Task A_further_signature_breaks_only_what_forbids_every_change(long level, FindingGrade grade)
    {
        // Whoever signs with another tool is not kept from it.
        var signed = Sign(Certified(level), reference: null);

        Assert.That(await Said(signed), Is.EqualTo((FindingCode.FurtherSignatures, grade)));
    }

    [Test]
    public async Task This_signer_does_not_break_a_certification()
    {
        using var key = _authority.Key(_authority.Certificate("Thứ hai"));

        var failed = await Assert.ThrowsAsync<SigningFailedException>(() => new PdfSigner().Sign(Certified(1), Request, key, CancellationToken.None));

        Assert.That(failed!.Fault, Is.EqualTo(SigningFault.ChangesForbidden));
    }

    [TestCase(1, FindingGrade.Bad)]
    [TestCase(2, FindingGrade.Doubtful)]
    [TestCase(3, FindingGrade.Doubtful)]
    public async Task A_form_filled_in_breaks_only_what_forbids_every_change(long level, FindingGrade grade)
    {
        var file = PdfFile.Open(Certified(level));
        var update = new PdfUpdate(file);
        var field = SignatureWidgets.All(file).Single(widget => widget.Field == "note");
        update.Put(field.Reference, field.Widget.With("V", PdfString.Of("filled in")));

        Assert.That(await Said(update.Write(out _)), Is.EqualTo((FindingCode.FormFilled, grade)));
    }

    [TestCase(1, FindingCode.ChangedAfterwards, FindingGrade.Bad)]
    [TestCase(2, FindingCode.ChangedAfterwards, FindingGrade.Bad)]
    [TestCase(3, FindingCode.Annotated, FindingGrade.Doubtful)]
    public async Task An_annotation_is_for_those_files_only_that_allow_it(long level, FindingCode code, FindingGrade grade)
    {
        var file = PdfFile.Open(Certified(level));
        var update = new PdfUpdate(file);
        var page = PdfPages.Of(file)[^1];
        var note = update.Add(PdfDictionary.Empty.With("Type", new PdfName("Annot")).With("Subtype", new PdfName("Text")).With("Contents", PdfString.Of("xem lại")));
        var all = new PdfArray([.. file.Array(page.Dictionary.Raw("Annots")), note]);
        if (page.Dictionary.Raw("Annots") is PdfReference list) update.Put(list, all);
        else update.Put(page.Reference, page.Dictionary.With("Annots", all));

        Assert.That(await Said(update.Write(out _)), Is.EqualTo((code, grade)));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task What_stands_on_a_page_may_be_changed_under_no_certification(long level)
    {
        var file = PdfFile.Open(Certified(level));
        var update = new PdfUpdate(file);
        var page = PdfPages.Of(file)[0];
        update.Put(page.Reference, page.Dictionary.With("Contents", update.Add(new PdfStream(PdfDictionary.Empty, "0 0 m"u8.ToArray()))));

        Assert.That(await Said(update.Write(out _)), Is.EqualTo((FindingCode.ChangedAfterwards, FindingGrade.Bad)));
    }

    [TestCase("--linearize")]
    [TestCase("--linearize", "--object-streams=generate")]
    [TestCase("--object-streams=generate")]
    [TestCase("--object-streams=disable")]
    public async Task Files_of_every_build_are_signed_and_verified_and_a_change_is_found(params string[] options)
    {
        var signed = await Twice(Pdf.Repacked(_letter, options));
        var file = PdfFile.Open(signed);
        var update = new PdfUpdate(file);
        var page = PdfPages.Of(file)[0];
        update.Put(page.Reference, page.Dictionary.With("Rotate", PdfOutput.Number(90)));

        Assert.That((await Verify(signed)).IsSignedAndValid, Is.True);
        Assert.That(Pdf.Signatures(signed).Output.Split("Signature is Valid").Length - 1, Is.EqualTo(2));
        Assert.That((await Said(update.Write(out _))).Code, Is.EqualTo(FindingCode.ChangedAfterwards));
    }

    [Test]
    public async Task In_a_hybrid_file_the_hidden_references_count()
    {
        var hybrid = Hybrid();
        var file = PdfFile.Open(hybrid);
        Assert.That(file.Dictionary(new PdfReference(4, 0))?.Name("Marked"), Is.EqualTo("Hidden"));

        var signed = await Twice(hybrid);

        Assert.That((await Verify(signed)).IsSignedAndValid, Is.True);
        Assert.That(Pdf.Signatures(signed).Output.Split("Signature is Valid").Length - 1, Is.EqualTo(2));
    }

    [Test]
    public async Task A_certificate_whose_issuer_has_not_signed_it_breaks_the_chain()
    {
        // The same names, but another key.
        using var impostor = new SampleAuthority();
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var key = new AnyKey(impostor.Certificate("Giả", key: curve), _authority.Issuing, curve);
        var signed = await new PdfSigner().Sign(_letter, Request, key, CancellationToken.None);

        var verified = await Verify(signed);

        Assert.That(verified.IsSignedAndValid, Is.False);
        Assert.That(verified.Signatures[0].Findings.Select(finding => finding.Code), Has.Some.EqualTo(FindingCode.ChainBroken).Or.Some.EqualTo(FindingCode.IssuerUnknown));
    }

    private async Task<byte[]> Twice(byte[] pdf)
    {
        using var one = _authority.Key(_authority.Certificate("Một"));
        using var two = _authority.Key(_authority.Certificate("Hai"));
        return await new PdfSigner().Sign(await new PdfSigner().Sign(pdf, Request, one, CancellationToken.None), Request, two, CancellationToken.None);
    }

    /// <summary>The letter with a field to fill in, certified by its author.</summary>
    private byte[] Certified(long level)
    {
        var file = PdfFile.Open(_letter);
        var update = new PdfUpdate(file);
        var page = PdfPages.Of(file)[^1];
        var field = update.Add(PdfDictionary.Empty
            .With("Type", new PdfName("Annot")).With("Subtype", new PdfName("Widget")).With("FT", new PdfName("Tx")).With("T", PdfString.Of("note"))
            .With("Rect", PdfArray.OfNumbers(0, 0, 10, 10)).With("P", page.Reference));
        update.Put(page.Reference, page.Dictionary.With("Annots", new PdfArray([.. file.Array(page.Dictionary.Raw("Annots")), field])));
        var form = update.Add(PdfDictionary.Empty.With("Fields", new PdfArray([field])));
        // The signature is the next object of the file.
        var signature = new PdfReference(form.Number + 1, 0);
        update.Put(file.Root, file.Catalog.With("AcroForm", form).With("Perms", PdfDictionary.Empty.With("DocMDP", signature)));
        var reference = PdfDictionary.Empty
            .With("Type", new PdfName("SigRef")).With("TransformMethod", new PdfName("DocMDP"))
            .With("TransformParams", PdfDictionary.Empty.With("Type", new PdfName("TransformParams")).With("P", PdfOutput.Number(level)).With("V", new PdfName("1.2")));
        return Sign(update.Write(out _), reference);
    }

    /// <summary>Signs as a tool does that asks nobody whether it may.</summary>
    private byte[] Sign(byte[] pdf, PdfDictionary? reference)
    {
        using var certificate = _authority.Certificate("Tác giả");
        var file = PdfFile.Open(pdf);
        var update = new PdfUpdate(file);
        var dictionary = PdfDictionary.Empty
            .With("Type", new PdfName("Sig")).With("Filter", new PdfName("Adobe.PPKLite")).With("SubFilter", new PdfName("adbe.pkcs7.detached"))
            .With("ByteRange", new PdfToken(SignedRange.Placeholder)).With("Contents", new PdfToken($"<{new string('0', Room * 2)}>"))
            .With("M", PdfString.Of(SampleAuthority.Now.UtcDateTime.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture)));
        if (reference is not null) dictionary = dictionary.With("Reference", new PdfArray([reference]));
        var signature = update.Add(dictionary);
        SignatureField.Add(file, update, signature, Request);
        var bytes = update.Write(out var offsets);
        var range = SignedRange.Fill(bytes, offsets[signature.Number], Room);
        var cms = new SignedCms(new ContentInfo([.. bytes.AsSpan(0, range.FirstLength), .. bytes.AsSpan(range.SecondStart)]), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate, certificate.GetECDsaPrivateKey()) { IncludeOption = X509IncludeOption.EndCertOnly };
        signer.Certificates.Add(_authority.Issuing);
        cms.ComputeSignature(signer);
        Encoding.ASCII.GetBytes(Convert.ToHexString(cms.Encode())).CopyTo(bytes, range.FirstLength + 1);
        return bytes;
    }

    /// <summary>A file with a table for old readers and a stream of references, to an object in a stream, for new ones (7.5.8.4).</summary>
    private static byte[] Hybrid()
    {
        var body = new StringBuilder("%PDF-1.7\n");
        var at = new Dictionary<int, int>();
        void Add(int number, string content)
        {
            at[number] = body.Length;
            body.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
        }

        Add(1, "<< /Type /Catalog /Pages 2 0 R /PieceInfo 4 0 R >>");
        Add(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Add(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>");
        const string Hidden = "4 0 << /Marked /Hidden >>";
        Add(5, $"<< /Type /ObjStm /N 1 /First 4 /Length {Hidden.Length} >>\nstream\n{Hidden}\nendstream");
        var stream = body.Length;
        // Object 4 is the first in the stream 5.
        Add(6, "<< /Type /XRef /Size 7 /Index [4 1] /W [1 1 1] /Length 3 >>\nstream\n\u0002\u0005\u0000\nendstream");
        var table = body.Length;
        body.Append("xref\n0 7\n0000000000 65535 f\r\n");
        foreach (var number in Enumerable.Range(1, 6))
            body.Append(number == 4 ? "0000000000 00000 f\r\n" : string.Create(CultureInfo.InvariantCulture, $"{at[number]:0000000000} 00000 n\r\n"));
        body.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size 7 /Root 1 0 R /XRefStm {stream} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(body.ToString());
    }

    private async Task<(FindingCode Code, FindingGrade Grade)> Said(byte[] pdf)
    {
        var finding = (await Verify(pdf)).Signatures[0].Findings.Single(found =>
            found.Code is FindingCode.CoversWholeFile or FindingCode.FurtherSignatures or FindingCode.FormFilled or FindingCode.Annotated or FindingCode.ChangedAfterwards);
        return (finding.Code, finding.Grade);
    }

    private Task<VerifiedPdf> Verify(byte[] pdf) =>
        new PdfVerification(_authority.TrustWithLists, new StoppedClock(SampleAuthority.Now.AddMinutes(10))).Run(pdf, CancellationToken.None);
}
