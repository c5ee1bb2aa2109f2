using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using IsoE.Documents.Forms;
using IsoE.Documents.Signing;
using IsoE.Documents.Signing.Verification;
using IsoE.Documents.Tests.Forms;

namespace IsoE.Documents.Tests.Signing;

/// <summary>Signing PDF files, and what other programs say of them.</summary>
public sealed class SigningTests
{
    private readonly SampleAuthority _authority = new();
    private byte[] _letter = [];

    [OneTimeSetUp]
    public async Task Print() => _letter = await Documents.Render(Samples.Apology(), "signed-0");

    [OneTimeTearDown]
    public void End() => _authority.Dispose();

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Signatures_of_several_people_stand_together_for_other_programs_too(int count)
    {
        var signed = _letter;
        for (var i = 0; i < count; i++)
            signed = await Sign(signed, i == 1 ? RSA.Create(2048) : null, i == 1 ? await SealOfOrganisation() : await SealOfPerson(i), $"Người ký {i + 1}");
        await Seen(signed, $"signed-{count}");

        Assert.That(signed.AsSpan(0, _letter.Length).SequenceEqual(_letter), Is.True);
        Assert.That(Pdf.Check(signed).Code, Is.Zero);
        var (_, said) = Pdf.Signatures(signed);
        Assert.That(said.Split("Signature Validation: Signature is Valid.").Length - 1, Is.EqualTo(count), said);
        Assert.That(said.Split("Signature Type: ETSI.CAdES.detached").Length - 1, Is.EqualTo(count), said);
        Assert.That(said, Does.Contain("Total document signed").And.Not.Contain("Certificate has Expired"));
        var verified = await Verify(signed);
        Assert.That(verified.IsSignedAndValid, Is.True, Told(verified));
        Assert.That(verified.Signatures.Select(s => s.Signer), Is.EqualTo(Enumerable.Range(1, count).Select(i => $"Người ký {i}")));
    }

    [Test]
    public async Task The_seal_stands_between_capacity_and_name_and_can_be_read()
    {
        var signed = await Sign(_letter, null, await SealOfPerson(0), "Trần Đức Thịnh");

        var text = Pdf.Text(signed);
        Assert.That(text, Does.Contain("Ký bởi: Trần Đức Thịnh").And.Contain("Thời gian ký: 26/11/2026 09:15:32 +07:00"));
        Assert.That(text.IndexOf("Ký bởi", StringComparison.Ordinal), Is.GreaterThan(text.IndexOf("KT. CHỦ TỊCH", StringComparison.Ordinal)));
        Assert.That(Pdf.Metadata(signed), Does.Contain("pdfaid:part").And.Contain("pdfaid:conformance"));
    }

    [Test]
    public async Task With_a_time_stamp_authority_the_time_is_proven()
    {
        using var key = _authority.Key(_authority.Certificate("Người ký"));
        var signer = new PdfSigner(_authority.Timestamps(SampleAuthority.Now.AddSeconds(3)));

        var signed = await signer.Sign(_letter, Request("Người ký", null), key, CancellationToken.None);

        var verified = await Verify(signed);
        Assert.That(verified.IsSignedAndValid, Is.True, Told(verified));
        Assert.That(verified.Signatures[0].ProvenAt, Is.EqualTo(SampleAuthority.Now.AddSeconds(3)));
        Assert.That(Pdf.Signatures(signed).Output, Does.Contain("Signature is Valid"));
    }

    [Test]
    public async Task Files_with_packed_references_are_signed_in_their_own_way()
    {
        var packed = Pdf.Repacked(_letter, "--object-streams=generate");

        var signed = await Sign(await Sign(packed, null, await SealOfPerson(0), "Một"), null, null, "Hai");

        Assert.That(Pdf.Check(signed).Code, Is.Zero, Pdf.Check(signed).Findings);
        Assert.That(Pdf.Signatures(signed).Output.Split("Signature is Valid").Length - 1, Is.EqualTo(2));
        var verified = await Verify(signed);
        Assert.That(verified.IsSignedAndValid, Is.True, Told(verified));
    }

    [Test]
    public async Task A_locked_file_is_refused()
    {
        var locked = Pdf.Repacked(_letter, "--encrypt", "", "owner", "256", "--");

        var failed = await Assert.ThrowsAsync<SigningFailedException>(() => Sign(locked, null, null, "Ai đó"));

        Assert.That(failed!.Fault, Is.EqualTo(SigningFault.Locked));
    }

    [TestCase("")]
    [TestCase("%PDF-1.7\nnot much more")]
    public async Task What_is_no_pdf_file_is_refused(string content)
    {
        var failed = await Assert.ThrowsAsync<SigningFailedException>(() => Sign(Encoding.ASCII.GetBytes(content), null, null, "Ai đó"));

        Assert.That(failed!.Fault, Is.EqualTo(SigningFault.Unreadable));
    }

    [Test]
    public void A_key_that_is_too_short_is_refused()
    {
        using var rsa = RSA.Create(1024);
        using var certificate = _authority.Certificate("Ngắn", key: rsa);

        var failed = Assert.Throws<SigningFailedException>(() => _authority.Key(certificate));

        Assert.That(failed!.Fault, Is.EqualTo(SigningFault.UnfitKey));
    }

    [Test]
    public void A_wrong_password_is_told_apart_from_a_file_without_a_key()
    {
        using var certificate = _authority.Certificate("Có khóa");
        var withoutKey = new X509Certificate2Collection { X509CertificateLoader.LoadCertificate(certificate.RawData) }.Export(X509ContentType.Pkcs12, "secret")!;

        var wrong = Assert.Throws<SigningFailedException>(() => Pkcs12Key.Open(_authority.File(certificate), "wrong"));
        var none = Assert.Throws<SigningFailedException>(() => Pkcs12Key.Open(withoutKey, "secret"));

        Assert.That((wrong!.Fault, none!.Fault), Is.EqualTo((SigningFault.WrongPassword, SigningFault.NoKey)));
    }

    private async Task<byte[]> Sign(byte[] pdf, AsymmetricAlgorithm? own, VisibleSeal? seal, string name)
    {
        using var key = _authority.Key(_authority.Certificate(name, key: own));
        return await new PdfSigner().Sign(pdf, Request(name, seal), key, CancellationToken.None);
    }

    private static SignatureRequest Request(string name, VisibleSeal? seal) => new(name, "Ký duyệt", "Hương Trà", SampleAuthority.Now, seal);

    private async Task<VerifiedPdf> Verify(byte[] pdf) =>
        await new PdfVerification(_authority.TrustWithLists, new StoppedClock(SampleAuthority.Now.AddMinutes(10))).Run(pdf, CancellationToken.None);

    private static async Task<VisibleSeal> SealOfPerson(int i) => new(SealKind.Person, await Documents.Render(new PersonSeal
    {
        Name = i == 0 ? "Trần Đức Thịnh" : $"Người ký {i + 1}",
        Agency = "Ủy ban nhân dân phường Hương Trà",
        At = "26/11/2026 09:15:32 +07:00",
    }, $"seal-person-{i}"), "Chữ ký số");

    private static async Task<VisibleSeal> SealOfOrganisation() => new(SealKind.Organisation, await Documents.Render(new OrganisationSeal
    {
        Name = "Ủy ban nhân dân phường Hương Trà",
        At = "26/11/2026 09:20:00 +07:00",
    }), "Dấu của cơ quan");

    private static async Task Seen(byte[] pdf, string name) => await File.WriteAllBytesAsync(Path.Combine(Documents.Folder, $"{name}.pdf"), pdf);

    internal static string Told(VerifiedPdf verified) => string.Join("; ", verified.Findings.Concat(verified.Signatures.SelectMany(s => s.Findings)));
}

internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
