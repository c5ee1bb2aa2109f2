using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IsoE.Documents.Signing;
using IsoE.Documents.Signing.Verification;
using IsoE.Documents.Tests.Forms;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace IsoE.Documents.Tests.Signing;

/// <summary>Keys on a token, played by SoftHSM.</summary>
public sealed class TokenTests
{
    private const string Pin = "1234";
    private const string Token = "officer";

    private readonly SampleAuthority _authority = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("token").FullName;

    private static string Library => new[]
    {
        "/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so", "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
    }.First(File.Exists);

    [OneTimeSetUp]
    public void Prepare()
    {
        var settings = Path.Combine(_folder, "softhsm2.conf");
        Directory.CreateDirectory(Path.Combine(_folder, "tokens"));
        File.WriteAllText(settings, $"directories.tokendir = {_folder}/tokens\nobjectstore.backend = file\nlog.level = ERROR\n");
        // The library reads its settings from the environment of the process, which .NET keeps a copy of.
        SetEnvironment("SOFTHSM2_CONF", settings);
        System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Pkcs11Key).TypeHandle);
        Run("softhsm2-util", "--init-token", "--free", "--label", Token, "--so-pin", "0000", "--pin", Pin);
        Put(_authority.Certificate("Chủ tịch phường", key: RSA.Create(2048)), "rsa", "01");
        Put(_authority.Certificate("Con dấu của phường"), "curve", "02");
    }

    [OneTimeTearDown]
    public void End()
    {
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [TestCase("rsa", "Chủ tịch phường")]
    [TestCase("curve", "Con dấu của phường")]
    public async Task A_key_on_a_token_signs_without_leaving_it(string label, string name)
    {
        using var key = Pkcs11Key.Open(new TokenKey(Library, Token, label), Pin);
        var signed = await new PdfSigner().Sign(await Documents.Render(Samples.Apology()), new SignatureRequest(name, "", "", SampleAuthority.Now, null), key, CancellationToken.None);

        Assert.That(Pdf.Signatures(signed).Output, Does.Contain("Signature is Valid"));
        var verified = await new PdfVerification(_authority.FullTrust, new StoppedClock(SampleAuthority.Now)).Run(signed, CancellationToken.None);
        Assert.That((verified.IsSignedAndValid, verified.Signatures[0].Signer), Is.EqualTo((true, name)), SigningTests.Told(verified));
    }

    [Test]
    public void A_wrong_pin_is_told_and_nobody_stays_logged_in()
    {
        Pkcs11Key.Open(new TokenKey(Library, Token, "rsa"), Pin).Dispose();

        var failed = Assert.Throws<SigningFailedException>(() => Pkcs11Key.Open(new TokenKey(Library, Token, "rsa"), "9999"));

        Assert.That(failed!.Fault, Is.EqualTo(SigningFault.WrongPassword));
    }

    [Test]
    public void A_token_key_or_library_that_is_not_there_is_told()
    {
        var token = Assert.Throws<SigningFailedException>(() => Pkcs11Key.Open(new TokenKey(Library, "nobody", null), Pin));
        var key = Assert.Throws<SigningFailedException>(() => Pkcs11Key.Open(new TokenKey(Library, Token, "none"), Pin));
        var library = Assert.Throws<SigningFailedException>(() => Pkcs11Key.Open(new TokenKey("/no/such/library.so", Token, null), Pin));

        Assert.That((token!.Fault, key!.Fault, library!.Fault), Is.EqualTo((SigningFault.NoToken, SigningFault.NoKey, SigningFault.NoToken)));
    }

    private void Put(X509Certificate2 certificate, string label, string id)
    {
        var key = (AsymmetricAlgorithm?)certificate.GetRSAPrivateKey() ?? certificate.GetECDsaPrivateKey()!;
        var file = Path.Combine(_folder, $"{label}.pem");
        File.WriteAllText(file, key.ExportPkcs8PrivateKeyPem());
        Run("softhsm2-util", "--import", file, "--token", Token, "--label", label, "--id", id, "--pin", Pin);
        var factories = new Pkcs11InteropFactories();
        using var library = factories.Pkcs11LibraryFactory.LoadPkcs11Library(factories, Library, AppType.MultiThreaded);
        var slot = library.GetSlotList(SlotsType.WithTokenPresent).First(known => known.GetTokenInfo().Label == Token);
        using var session = slot.OpenSession(SessionType.ReadWrite);
        session.Login(CKU.CKU_USER, Pin);
        var attributes = factories.ObjectAttributeFactory;
        session.CreateObject([
            attributes.Create(CKA.CKA_CLASS, CKO.CKO_CERTIFICATE), attributes.Create(CKA.CKA_CERTIFICATE_TYPE, CKC.CKC_X_509), attributes.Create(CKA.CKA_TOKEN, true),
            attributes.Create(CKA.CKA_SUBJECT, certificate.SubjectName.RawData), attributes.Create(CKA.CKA_LABEL, label),
            attributes.Create(CKA.CKA_ID, Convert.FromHexString(id)), attributes.Create(CKA.CKA_VALUE, certificate.RawData),
        ]);
        session.Logout();
    }

    private static void SetEnvironment(string name, string value)
    {
        Environment.SetEnvironmentVariable(name, value);
        _ = setenv(name, value, 1);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, said);
    }

    [System.Runtime.InteropServices.DllImport("libc", CharSet = System.Runtime.InteropServices.CharSet.Ansi)]
    private static extern int setenv(string name, string value, int overwrite);
}
