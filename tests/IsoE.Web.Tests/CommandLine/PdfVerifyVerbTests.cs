using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IsoE.Documents.Signing;
using IsoE.Web.CommandLine;

namespace IsoE.Web.Tests.CommandLine;

public class PdfVerifyVerbTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pdf-verify").FullName;

    [OneTimeTearDown]
    public void End() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_signed_file_passes_and_the_same_file_with_one_byte_changed_does_not()
    {
        var file = Path.Combine(_folder, "signed.pdf");
        var signed = await Signed();
        await File.WriteAllBytesAsync(file, signed);
        var good = await Shell.Run("pdf", "verify", file, "--trust", _folder);
        signed[20] ^= 1;
        await File.WriteAllBytesAsync(file, signed);
        var bad = await Shell.Run("pdf", "verify", file, "--trust", _folder);

        Assert.That((good.Exit, bad.Exit), Is.EqualTo((ExitCode.Ok, ExitCode.Findings)), good.Out + bad.Out);
        Assert.That(good.Out, Does.Contain("Tester").And.Contain("is the signer's claim"));
        Assert.That(bad.Out, Does.Contain("The content was changed after it was signed."));
    }

    [Test]
    public async Task A_file_without_a_signature_is_a_finding_and_a_missing_one_is_bad_usage()
    {
        var file = Path.Combine(_folder, "plain.pdf");
        await File.WriteAllBytesAsync(file, Plain);

        Assert.That((await Shell.Run("pdf", "verify", file)).Exit, Is.EqualTo(ExitCode.Findings));
        Assert.That((await Shell.Run("pdf", "verify", Path.Combine(_folder, "none.pdf"))).Exit, Is.EqualTo(ExitCode.BadUsage));
        Assert.That((await Shell.Run("pdf", "verify")).Exit, Is.EqualTo(ExitCode.BadUsage));
    }

    private static byte[] Plain
    {
        get
        {
            const string Body = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>\nendobj\n";
            int At(string part) => Body.IndexOf(part, StringComparison.Ordinal);
            var table = $"xref\n0 4\n0000000000 65535 f\r\n{At("1 0 obj"):0000000000} 00000 n\r\n{At("2 0 obj"):0000000000} 00000 n\r\n{At("3 0 obj"):0000000000} 00000 n\r\n";
            return System.Text.Encoding.ASCII.GetBytes($"{Body}{table}trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n{Body.Length}\n%%EOF\n");
        }
    }

    private async Task<byte[]> Signed()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Tester", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(10));
        await File.WriteAllBytesAsync(Path.Combine(_folder, "tester.cer"), certificate.RawData);
        using var signing = Pkcs12Key.Open(certificate.Export(X509ContentType.Pkcs12, "secret"), "secret");
        return await new PdfSigner().Sign(Plain, new SignatureRequest("Tester", "", "", now, null), signing, CancellationToken.None);
    }
}
