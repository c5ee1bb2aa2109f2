using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using IsoE.Documents.Signing;
using IsoE.Documents.Signing.Objects;
using IsoE.Documents.Signing.Verification;
using IsoE.Documents.Tests.Forms;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Utilities.Collections;

namespace IsoE.Documents.Tests.Signing;

/// <summary>What is said about signatures that do not hold, and about those that do.</summary>
public sealed class VerificationTests
{
    private readonly SampleAuthority _authority = new();
    private byte[] _letter = [];
    private byte[] _signed = [];

    [OneTimeSetUp]
    public async Task Print()
    {
        _letter = await Documents.Render(Samples.Apology());
        _signed = await Sign(_letter, _authority.Certificate("Trần Đức Thịnh"));
    }

    [OneTimeTearDown]
    public void End() => _authority.Dispose();

    [Test]
    public async Task Every_flipped_byte_of_a_signed_file_is_reported()
    {
        const int Seed = 20261126;
        var flips = new Random(Seed);
        using var key = _authority.Key(_authority.Certificate("Con dấu", key: RSA.Create(2048)));
        var twice = await new PdfSigner(_authority.Timestamps(SampleAuthority.Now.AddSeconds(3))).Sign(_signed, Request, key, CancellationToken.None);
        Assert.That((await Verify(twice)).IsSignedAndValid, Is.True);

        var missed = new List<string>();
        for (var i = 0; i < 120; i++)
        {
            var (place, bit) = (flips.Next(twice.Length), flips.Next(8));
            var flipped = (byte[])twice.Clone();
            flipped[place] ^= (byte)(1 << bit);
            if ((await Verify(flipped)).IsSignedAndValid) missed.Add($"byte {place}, bit {bit}");
        }

        Assert.That(missed, Is.Empty, $"seed {Seed}");
    }

    [Test]
    public async Task Every_flipped_bit_of_the_signature_itself_is_reported()
    {
        var start = _signed.AsSpan().IndexOf("/Contents <"u8) + "/Contents ".Length;
        var end = start + _signed.AsSpan(start).IndexOf((byte)'>');

        var missed = new List<string>();
        for (var place = start; place <= end; place += 41)
        {
            var flipped = (byte[])_signed.Clone();
            flipped[place] ^= (byte)(1 << (place % 8));
            if ((await Verify(flipped)).IsSignedAndValid) missed.Add($"byte {place}, bit {place % 8}");
        }

        Assert.That(missed, Is.Empty);
    }

    [Test]
    public async Task Another_hash_named_beforehand_is_an_alteration()
    {
        var text = Encoding.Latin1.GetString(_signed);
        const string Sha256 = "608648016503040201", Sha512 = "608648016503040203";
        var at = text.IndexOf(Sha256, text.IndexOf("/Contents <", StringComparison.Ordinal), StringComparison.Ordinal);
        var changed = Encoding.Latin1.GetBytes(text[..at] + Sha512 + text[(at + Sha512.Length)..]);

        Assert.That((await Only(changed)).Select(finding => finding.Code), Does.Contain(FindingCode.SignatureAltered));
    }

    [Test]
    public async Task An_expired_certificate_is_named_with_its_date()
    {
        var signed = await Sign(_letter, _authority.Certificate("Hết hạn", from: SampleAuthority.Now.AddYears(-2), to: SampleAuthority.Now.AddDays(-1)));

        Assert.That(await Only(signed), Does.Contain(new SignatureFinding(FindingCode.Expired, FindingGrade.Bad, "2026-11-25T02:15:32Z")));
    }

    [Test]
    public async Task A_certificate_that_expired_after_an_unproven_signing_leaves_doubt_and_a_time_stamp_takes_it()
    {
        var certificate = _authority.Certificate("Sắp hết hạn", to: SampleAuthority.Now.AddDays(1));
        var claimed = await Sign(_letter, certificate);
        using var key = _authority.Key(certificate);
        var proven = await new PdfSigner(_authority.Timestamps(SampleAuthority.Now)).Sign(_letter, Request, key, CancellationToken.None);

        var (later, trust) = (SampleAuthority.Now.AddDays(2), _authority.TrustWithLists);
        Assert.That((await Verify(claimed, trust, later)).Signatures[0].Verdict, Is.EqualTo(SignatureVerdict.Unproven));
        Assert.That((await Verify(proven, trust, later)).Signatures[0].Verdict, Is.EqualTo(SignatureVerdict.Valid));
    }

    [Test]
    public async Task A_revoked_certificate_is_named_unless_a_time_stamp_is_older()
    {
        using var authority = new SampleAuthority();
        using var key = authority.Key(authority.Certificate("Bị thu hồi"));
        var claimed = await new PdfSigner().Sign(_letter, Request, key, CancellationToken.None);
        var proven = await new PdfSigner(authority.Timestamps(SampleAuthority.Now)).Sign(_letter, Request, key, CancellationToken.None);
        authority.Revoke(key.Certificate, SampleAuthority.Now.AddHours(1));

        var after = await Verify(claimed, authority.TrustWithLists);
        var before = await Verify(proven, authority.TrustWithLists);

        Assert.That(after.Signatures[0].Findings, Does.Contain(new SignatureFinding(FindingCode.Revoked, FindingGrade.Bad, "2026-11-26T03:15:32Z")));
        Assert.That(before.Signatures[0].Findings, Does.Contain(new SignatureFinding(FindingCode.RevokedLater, FindingGrade.Good, "2026-11-26T03:15:32Z")));
        Assert.That(before.IsSignedAndValid, Is.True);
    }

    [Test]
    public async Task Without_a_revocation_list_it_is_said_that_nobody_looked()
    {
        var verified = await Verify(_signed, _authority.Trust);

        Assert.That(verified.IsSignedAndValid, Is.True);
        Assert.That(verified.Signatures[0].Findings, Does.Contain(new SignatureFinding(FindingCode.RevocationNotChecked, FindingGrade.NotChecked, "Trần Đức Thịnh")));
    }

    [Test]
    public async Task A_certificate_of_ones_own_making_is_not_trusted()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var own = new CertificateRequest("CN=Tự ký", curve, HashAlgorithmName.SHA256).CreateSelfSigned(SampleAuthority.Now.AddDays(-1), SampleAuthority.Now.AddYears(1));
        using var key = Pkcs12Key.Open(own.Export(X509ContentType.Pkcs12, "secret"), "secret");
        var signed = await new PdfSigner().Sign(_letter, Request, key, CancellationToken.None);

        Assert.That(await Only(signed), Does.Contain(new SignatureFinding(FindingCode.SelfSigned, FindingGrade.Doubtful)));
        Assert.That((await Verify(signed)).IsSignedAndValid, Is.False);
    }

    [Test]
    public async Task A_certificate_of_an_unknown_authority_is_not_trusted()
    {
        using var other = new SampleAuthority("Another Root");
        using var key = other.Key(other.Certificate("Ai đó"));
        var signed = await new PdfSigner().Sign(_letter, Request, key, CancellationToken.None);

        Assert.That(await Only(signed), Does.Contain(new SignatureFinding(FindingCode.IssuerUnknown, FindingGrade.Doubtful, "Another Root")));
    }

    [TestCase(X509KeyUsageFlags.KeyEncipherment, null)]
    [TestCase(X509KeyUsageFlags.DigitalSignature, "1.3.6.1.5.5.7.3.1")]
    public async Task A_certificate_for_another_purpose_is_refused(X509KeyUsageFlags usage, string? use)
    {
        var signed = await Sign(_letter, _authority.Certificate("Máy chủ", usage, use));

        Assert.That(await Only(signed), Does.Contain(new SignatureFinding(FindingCode.UsageWrong, FindingGrade.Bad)));
    }

    [Test]
    public async Task A_weak_algorithm_is_named()
    {
        using var weak = RSA.Create(1024);
        using var key = new AnyKey(_authority.Certificate("Yếu", key: weak), _authority.Issuing, new LongLooking(weak));
        var signed = await new PdfSigner().Sign(_letter, Request, key, CancellationToken.None);

        Assert.That(await Only(signed), Does.Contain(new SignatureFinding(FindingCode.AlgorithmWeak, FindingGrade.Bad, "RSA 1024")));
    }

    [Test]
    public async Task A_signing_time_in_the_future_is_refused()
    {
        var verified = await Verify(_signed, _authority.Trust, SampleAuthority.Now.AddHours(-2));

        Assert.That(verified.Signatures[0].Findings.Select(finding => finding.Code), Does.Contain(FindingCode.TimeInFuture));
    }

    [Test]
    public async Task A_page_changed_after_signing_by_an_update_is_found()
    {
        var file = PdfFile.Open(_signed);
        var update = new PdfUpdate(file);
        var page = PdfPages.Of(file)[0];
        update.Put(page.Reference, page.Dictionary.With("Contents", update.Add(new PdfStream(PdfDictionary.Empty, "0 0 m"u8.ToArray()))));

        var findings = await Only(update.Write(out _));

        Assert.That(findings, Does.Contain(new SignatureFinding(FindingCode.ChangedAfterwards, FindingGrade.Bad, $"Page {page.Reference.Number}")));
        Assert.That(findings.Select(finding => finding.Code), Does.Contain(FindingCode.Intact));
    }

    [Test]
    public async Task An_empty_signature_field_with_a_picture_over_the_page_is_a_change()
    {
        var file = PdfFile.Open(_signed);
        var update = new PdfUpdate(file);
        var page = PdfPages.Of(file)[0];
        var cover = update.Add(PdfDictionary.Empty.With("Subtype", new PdfName("Widget")).With("FT", new PdfName("Sig")).With("T", PdfString.Of("Cover")));
        update.Put(page.Reference, page.Dictionary.With("Annots", new PdfArray([.. file.Array(page.Dictionary.Raw("Annots")), cover])));

        Assert.That((await Only(update.Write(out _))).Select(finding => finding.Code), Does.Contain(FindingCode.ChangedAfterwards));
    }

    [TestCase("Alt")]
    [TestCase("ActualText")]
    public async Task Words_put_into_the_tags_after_signing_are_a_change(string key)
    {
        var file = PdfFile.Open(_signed);
        var update = new PdfUpdate(file);
        var (document, top) = TopTag(file);
        var place = (PdfReference)SignatureTags.HeldBy(file, top)[^1];
        var spoken = update.Add(file.Dictionary(place)!.With(key, PdfString.Of("Từ chối")));
        update.Put(document, top.With("K", new PdfArray([.. SignatureTags.HeldBy(file, top), spoken])));

        Assert.That((await Only(update.Write(out _))).Select(finding => finding.Code), Does.Contain(FindingCode.ChangedAfterwards));
    }

    [Test]
    public async Task Tags_taken_out_after_signing_are_a_change()
    {
        var file = PdfFile.Open(_signed);
        var update = new PdfUpdate(file);
        var (document, top) = TopTag(file);
        update.Put(document, top.With("K", new PdfArray([.. SignatureTags.HeldBy(file, top).Skip(1)])));

        Assert.That((await Only(update.Write(out _))).Select(finding => finding.Code), Does.Contain(FindingCode.ChangedAfterwards));
    }

    [Test]
    public async Task A_signature_taken_out_by_an_update_is_found()
    {
        var twice = await Sign(_signed, _authority.Certificate("Thứ hai"));
        var file = PdfFile.Open(twice);
        var update = new PdfUpdate(file);
        var form = file.Dictionary(file.Catalog.Raw("AcroForm"))!;
        update.Put(file.Root, file.Catalog.With("AcroForm", form.With("Fields", new PdfArray([file.Array(form.Raw("Fields"))[1]]))));

        var verified = await Verify(update.Write(out _));

        Assert.That(verified.Findings, Does.Contain(new SignatureFinding(FindingCode.SignatureRemoved, FindingGrade.Bad, "Signature1")));
    }

    [Test]
    public async Task Bytes_behind_the_end_are_found()
    {
        byte[] longer = [.. _signed, .. "and more"u8];

        Assert.That((await Only(longer)).Select(finding => finding.Code), Does.Contain(FindingCode.BytesAfterEnd));
    }

    [Test]
    public async Task A_range_that_leaves_out_more_than_the_signature_is_refused()
    {
        var text = Encoding.Latin1.GetString(_signed);
        var at = text.LastIndexOf("/ByteRange [0 ", StringComparison.Ordinal) + "/ByteRange [0 ".Length;
        var first = text[at..text.IndexOf(' ', at)];
        var shorter = $"{int.Parse(first) - 10}".PadLeft(first.Length, '0');
        var changed = Encoding.Latin1.GetBytes(text[..at] + shorter + text[(at + first.Length)..]);

        Assert.That((await Only(changed)).Select(finding => finding.Code), Does.Contain(FindingCode.RangeWrong));
    }

    [Test]
    public async Task A_certificate_put_in_the_place_of_the_named_one_is_found()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var mine = _authority.Certificate("Thật", key: curve, serial: [7, 7]);
        using var other = _authority.Certificate("Giả", key: curve, serial: [7, 7]);
        using var key = _authority.Key(mine);
        var signed = await new PdfSigner().Sign(_letter, Request, key, CancellationToken.None);

        Assert.That((await Only(Exchanged(signed, other))).Select(finding => finding.Code), Does.Contain(FindingCode.CertificateExchanged));
    }

    [Test]
    public async Task A_file_that_is_no_pdf_or_has_no_signature_is_said_plainly()
    {
        var noise = await Verify(Encoding.ASCII.GetBytes("%PDF-1.7 but not really"));
        var unsigned = await Verify(_letter);

        Assert.That(noise.Findings[0].Code, Is.EqualTo(FindingCode.FileUnreadable));
        Assert.That((unsigned.Signatures.Count, unsigned.Findings.Count, unsigned.IsSignedAndValid), Is.EqualTo((0, 0, false)));
    }

    /// <summary>The signature with another certificate of the same key, issuer and number beside it.</summary>
    private static byte[] Exchanged(byte[] signed, X509Certificate2 other)
    {
        var start = signed.AsSpan().LastIndexOf("/Contents <"u8) + "/Contents <".Length;
        var length = signed.AsSpan(start).IndexOf((byte)'>');
        var message = new CmsSignedData(Convert.FromHexString(Encoding.ASCII.GetString(signed, start, length)).AsSpan().TrimEnd((byte)0).ToArray());
        var certificates = CollectionUtilities.CreateStore([DotNetUtilities.FromX509Certificate(other)]);
        var replaced = CmsSignedData.ReplaceCertificatesAndCrls(message, certificates, null, null).GetEncoded("DER");
        var result = (byte[])signed.Clone();
        Encoding.ASCII.GetBytes(Convert.ToHexString(replaced).PadRight(length, '0')).CopyTo(result, start);
        return result;
    }

    private static (PdfReference Reference, PdfDictionary Tag) TopTag(PdfFile file)
    {
        var top = (PdfReference)SignatureTags.HeldBy(file, file.Dictionary(file.Catalog.Raw("StructTreeRoot"))!)[0];
        return (top, file.Dictionary(top)!);
    }

    private static SignatureRequest Request => new("Người ký", "Ký duyệt", "", SampleAuthority.Now, null);

    private async Task<byte[]> Sign(byte[] pdf, X509Certificate2 certificate)
    {
        using var key = _authority.Key(certificate);
        return await new PdfSigner().Sign(pdf, Request, key, CancellationToken.None);
    }

    private async Task<IReadOnlyList<SignatureFinding>> Only(byte[] pdf) => (await Verify(pdf)).Signatures[0].Findings;

    private Task<VerifiedPdf> Verify(byte[] pdf) => Verify(pdf, _authority.TrustWithLists);

    private static Task<VerifiedPdf> Verify(byte[] pdf, SignatureTrust trust, DateTimeOffset? now = null) =>
        new PdfVerification(trust, new StoppedClock(now ?? SampleAuthority.Now.AddMinutes(10))).Run(pdf, CancellationToken.None);
}

/// <summary>A certificate with a key, whether they belong together or not.</summary>
internal sealed class AnyKey(X509Certificate2 certificate, X509Certificate2 issuer, AsymmetricAlgorithm key) : ISigningKey
{
    public X509Certificate2 Certificate => certificate;

    public IReadOnlyList<X509Certificate2> Issuers => [issuer];

    public AsymmetricAlgorithm Key => key;

    public void Dispose() => key.Dispose();
}

/// <summary>A short key that says it is a long one, as the tools of others would let it sign.</summary>
internal sealed class LongLooking : RSA
{
    private readonly RSA _short;

    public LongLooking(RSA key)
    {
        _short = key;
        KeySizeValue = 2048;
    }

    public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding) => _short.SignHash(hash, hashAlgorithm, padding);

    public override RSAParameters ExportParameters(bool includePrivateParameters) => _short.ExportParameters(includePrivateParameters);

    public override void ImportParameters(RSAParameters parameters) => _short.ImportParameters(parameters);
}
