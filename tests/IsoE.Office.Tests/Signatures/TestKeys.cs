using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IsoE.Office.Signatures;
using IsoE.Office.Tests.Dossiers;

namespace IsoE.Office.Tests.Signatures;

/// <summary>Certificates of their own making, trusted through a folder that goes with the test.</summary>
internal sealed class TestKeys : IDisposable
{
    public const string Password = "mật khẩu 1";

    private readonly string _trust = Directory.CreateTempSubdirectory("trust").FullName;

    public SignatureOptions Options => new() { TrustFolder = _trust };

    public async Task Register(
        DossierBed bed, string person, bool isSeal, string holder, X509KeyUsageFlags usage = X509KeyUsageFlags.DigitalSignature, int days = 300)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={holder}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, true));
        using var certificate = request.CreateSelfSigned(bed.Clock.Now.AddDays(-30), bed.Clock.Now.AddDays(days));
        await File.WriteAllBytesAsync(Path.Combine(_trust, $"{Guid.NewGuid()}.cer"), certificate.RawData);
        var actor = await bed.As(person);
        var form = new SigningKeyForm(isSeal, certificate.Export(X509ContentType.Pkcs12, Password), null, null, Password, null);
        await bed.Run<RegisterSigningKey>(register => register.Run(actor, form, default));
    }

    public void Dispose() => Directory.Delete(_trust, recursive: true);
}
