using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IsoE.Documents.Signing;
using IsoE.Documents.Signing.Objects;
using IsoE.Documents.Signing.Verification;
using IsoE.Documents.Tests.Forms;

namespace IsoE.Documents.Tests.Signing;

/// <summary>What is said about revocation by answers and lists that came along, that are fetched, and that cannot be had.</summary>
public sealed class RevocationTests
{
    private static readonly SignatureRequest Request = new("Người ký", "Ký duyệt", "", SampleAuthority.Now, null);

    private readonly SampleAuthority _authority = new();
    private readonly HttpClient _http = new(PublicNetwork.Handler(allowsPrivate: true));
    private byte[] _letter = [];

    [OneTimeSetUp]
    public async Task Print() => _letter = await Documents.Render(Samples.Apology());

    [OneTimeTearDown]
    public void End()
    {
        _authority.Dispose();
        _http.Dispose();
    }

    private SampleResponder Responder => new(_authority.Issuing);

    [Test]
    public async Task A_responder_is_asked_and_its_answer_believed()
    {
        using var good = LocalServer.That(Responder.Answer);
        using var bad = LocalServer.That((Responder with { RevokedAt = SampleAuthority.Now.AddDays(-1) }).Answer);

        Assert.That(await Of(responder: good.Address), Is.EqualTo(new SignatureFinding(FindingCode.NotRevoked, FindingGrade.Good)));
        Assert.That(await Of(responder: bad.Address), Is.EqualTo(new SignatureFinding(FindingCode.Revoked, FindingGrade.Bad, "2026-11-25T02:15:32Z")));
        Assert.That((good.Asked, bad.Asked), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Somebody_whom_the_issuer_named_for_it_may_answer_and_nobody_else()
    {
        using var key = RSA.Create(2048);
        var named = Responder with { Signer = _authority.Certificate("Máy trả lời", X509KeyUsageFlags.DigitalSignature, "1.3.6.1.5.5.7.3.9", key: key) };
        var unnamed = Responder with { Signer = _authority.Certificate("Ai đó", key: key) };
        var gone = Responder with
        {
            Signer = _authority.Certificate(
                "Máy cũ", X509KeyUsageFlags.DigitalSignature, "1.3.6.1.5.5.7.3.9", SampleAuthority.Now.AddYears(-1), SampleAuthority.Now.AddDays(-1), key),
        };
        using var other = new SampleAuthority();

        Assert.That((await Asked(named)).Code, Is.EqualTo(FindingCode.NotRevoked));
        foreach (var stranger in new[] { unnamed, gone, Responder with { Signer = other.Issuing } })
            Assert.That(await Asked(stranger), Is.EqualTo(new SignatureFinding(FindingCode.RevocationUnanswered, FindingGrade.NotChecked, "127.0.0.1")));
    }

    [Test]
    public async Task An_answer_to_another_question_or_out_of_date_is_none()
    {
        Assert.That((await Asked(Responder with { AnswersAnother = true })).Code, Is.EqualTo(FindingCode.RevocationUnanswered));
        Assert.That((await Asked(Responder with { NextAt = SampleAuthority.Now.AddMinutes(-1) })).Code, Is.EqualTo(FindingCode.RevocationUnanswered));
        Assert.That((await Asked(Responder with { At = SampleAuthority.Now.AddDays(-3), NextAt = null })).Code, Is.EqualTo(FindingCode.RevocationUnanswered));
        Assert.That((await Asked(Responder with { NextAt = null })).Code, Is.EqualTo(FindingCode.NotRevoked));
    }

    [Test]
    public async Task Noise_and_an_error_in_place_of_an_answer_are_said_to_be_no_answer()
    {
        using var noise = LocalServer.That(_ => RandomNumberGenerator.GetBytes(200));
        using var busy = LocalServer.That(_ => [0x30, 0x03, 0x0A, 0x01, 0x03]);
        using var error = new LocalServer(context =>
        {
            context.Response.StatusCode = (int)HttpStatusCode.InternalServerError;
            return Task.CompletedTask;
        });

        foreach (var server in new[] { noise, busy, error })
            Assert.That((await Of(responder: server.Address)).Code, Is.EqualTo(FindingCode.RevocationUnanswered));
    }

    [Test]
    public async Task A_list_is_fetched_when_there_is_no_responder_or_it_is_silent()
    {
        using var authority = new SampleAuthority();
        using var lists = LocalServer.That(_ => authority.RevocationList);
        var certificate = authority.Certificate("Bị thu hồi", responder: LocalServer.Nowhere(), list: lists.Address);
        var before = await Of(authority, certificate);
        authority.Revoke(certificate, SampleAuthority.Now.AddHours(-1));

        Assert.That(before.Code, Is.EqualTo(FindingCode.NotRevoked));
        Assert.That(await Of(authority, certificate), Is.EqualTo(new SignatureFinding(FindingCode.Revoked, FindingGrade.Bad, "2026-11-26T01:15:32Z")));
        Assert.That(lists.Asked, Is.EqualTo(2));
    }

    [Test]
    public async Task A_server_that_nobody_reaches_leaves_the_question_open_and_the_signature_standing()
    {
        using var key = _authority.Key(_authority.Certificate("Người ký", responder: LocalServer.Nowhere(), list: LocalServer.Nowhere()));
        var signed = await new PdfSigner().Sign(_letter, Request, key, CancellationToken.None);

        var verified = await Verify(signed, _authority.TrustThatAsks(_http));

        Assert.That(verified.IsSignedAndValid, Is.True);
        Assert.That(Revocation(verified), Is.EqualTo(new SignatureFinding(FindingCode.RevocationUnanswered, FindingGrade.NotChecked, "127.0.0.1")));
    }

    [Test]
    public async Task A_server_that_drips_is_not_waited_for_longer_than_the_limit()
    {
        using var dripping = new LocalServer(async context =>
        {
            for (var i = 0; i < 600; i++)
            {
                await context.Response.OutputStream.WriteAsync("0"u8.ToArray());
                await context.Response.OutputStream.FlushAsync();
                await Task.Delay(100);
            }
        });
        var watch = Stopwatch.StartNew();

        var finding = await Of(_authority, _authority.Certificate("Người ký", responder: dripping.Address, list: dripping.Address), limit: TimeSpan.FromMilliseconds(500));

        Assert.That((finding.Code, watch.Elapsed < TimeSpan.FromSeconds(20)), Is.EqualTo((FindingCode.RevocationUnanswered, true)));
    }

    [Test]
    public async Task A_list_without_end_is_not_read_to_its_end()
    {
        var sent = 0L;
        using var endless = new LocalServer(async context =>
        {
            context.Response.SendChunked = true;
            var block = new byte[1 << 20];
            while (sent < 1L << 30)
            {
                await context.Response.OutputStream.WriteAsync(block);
                sent += block.Length;
            }
        });

        var finding = await Of(list: endless.Address);

        Assert.That((finding.Code, sent < 200L << 20), Is.EqualTo((FindingCode.RevocationUnanswered, true)));
    }

    [Test]
    public async Task An_address_inside_the_own_network_is_not_visited_unless_that_is_allowed()
    {
        using var inside = LocalServer.That(Responder.Answer);
        using var outwards = new HttpClient(PublicNetwork.Handler(allowsPrivate: false));
        var certificate = _authority.Certificate("Người ký", responder: inside.Address, list: inside.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

        var finding = await Of(_authority, certificate, outwards);

        Assert.That((finding.Code, inside.Asked), Is.EqualTo((FindingCode.RevocationUnanswered, 0)));
    }

    [TestCase("8.8.8.8", true)]
    [TestCase("172.32.0.1", true)]
    [TestCase("2001:4860:4860::8888", true)]
    [TestCase("127.0.0.1", false)]
    [TestCase("0.0.0.0", false)]
    [TestCase("10.1.2.3", false)]
    [TestCase("172.16.0.1", false)]
    [TestCase("172.31.255.255", false)]
    [TestCase("192.168.1.1", false)]
    [TestCase("169.254.169.254", false)]
    [TestCase("100.64.0.1", false)]
    [TestCase("224.0.0.1", false)]
    [TestCase("255.255.255.255", false)]
    [TestCase("::1", false)]
    [TestCase("::", false)]
    [TestCase("fe80::1", false)]
    [TestCase("fd00::1", false)]
    [TestCase("ff02::1", false)]
    [TestCase("::ffff:10.0.0.1", false)]
    [TestCase("64:ff9b::a00:1", false)]
    [TestCase("2002:a00:1::", false)]
    public void Addresses_that_everybody_can_reach_are_told_from_others(string address, bool isPublic) =>
        Assert.That(PublicNetwork.IsPublic(IPAddress.Parse(address)), Is.EqualTo(isPublic));

    [TestCase("ldap://127.0.0.1/cn=list")]
    [TestCase("file:///etc/passwd")]
    [TestCase("ftp://127.0.0.1/list.crl")]
    public async Task Nothing_but_the_web_is_asked(string address) => Assert.That(
        await Of(responder: address, list: address), Is.EqualTo(new SignatureFinding(FindingCode.RevocationNotChecked, FindingGrade.NotChecked, "Người ký")));

    [Test]
    public async Task Answers_in_the_security_store_of_the_file_need_no_server()
    {
        var certificate = _authority.Certificate("Người ký");
        var signed = await Sign(_authority, certificate);
        var trust = _authority.TrustThatAsks(_http) with { Http = null };

        var good = await Verify(WithStore(signed, Responder.About(certificate, _authority.Issuing)), trust);
        var bad = await Verify(WithStore(signed, (Responder with { RevokedAt = SampleAuthority.Now.AddDays(-1) }).About(certificate, _authority.Issuing)), trust);
        var noise = await Verify(WithStore(signed, [1, 2, 3]), trust);

        Assert.That((Revocation(good).Code, good.IsSignedAndValid), Is.EqualTo((FindingCode.NotRevoked, true)));
        Assert.That((Revocation(bad).Code, bad.IsSignedAndValid), Is.EqualTo((FindingCode.Revoked, false)));
        Assert.That(Revocation(noise).Code, Is.EqualTo(FindingCode.RevocationNotChecked));
    }

    [Test]
    public async Task A_claimed_time_does_not_make_an_old_answer_do()
    {
        var certificate = _authority.Certificate("Khóa bị đánh cắp");
        var old = Responder with { At = SampleAuthority.Now.AddMinutes(-5), NextAt = SampleAuthority.Now.AddHours(1) };
        var claimed = WithStore(await Sign(_authority, certificate), old.About(certificate, _authority.Issuing));
        using var key = _authority.Key(certificate);
        var proven = WithStore(
            await new PdfSigner(_authority.Timestamps(SampleAuthority.Now)).Sign(_letter, Request, key, CancellationToken.None), old.About(certificate, _authority.Issuing));

        var trust = _authority.TrustThatAsks(_http);
        var later = SampleAuthority.Now.AddDays(3);

        Assert.That(Revocation(await Verify(claimed, trust, later)).Code, Is.EqualTo(FindingCode.RevocationNotChecked));
        Assert.That(Revocation(await Verify(proven, trust, later)).Code, Is.EqualTo(FindingCode.NotRevoked));
    }

    private async Task<SignatureFinding> Asked(SampleResponder responder)
    {
        using var server = LocalServer.That(responder.Answer);
        return await Of(responder: server.Address);
    }

    private Task<SignatureFinding> Of(string? responder = null, string? list = null) => Of(_authority, _authority.Certificate("Người ký", responder: responder, list: list));

    private async Task<SignatureFinding> Of(SampleAuthority authority, X509Certificate2 certificate, HttpClient? http = null, TimeSpan? limit = null) => Revocation(
        await Verify(await Sign(authority, certificate), authority.TrustThatAsks(http ?? _http) with { FetchLimit = limit ?? TimeSpan.FromSeconds(60) }));

    private static SignatureFinding Revocation(VerifiedPdf verified) => verified.Signatures.Single().Findings.Single(finding =>
        finding.Code is FindingCode.NotRevoked or FindingCode.Revoked or FindingCode.RevokedLater or FindingCode.RevocationNotChecked or FindingCode.RevocationUnanswered);

    private async Task<byte[]> Sign(SampleAuthority authority, X509Certificate2 certificate)
    {
        using var key = authority.Key(certificate);
        return await new PdfSigner().Sign(_letter, Request, key, CancellationToken.None);
    }

    /// <summary>The file with an answer in its security store (PAdES, 5.4).</summary>
    private static byte[] WithStore(byte[] signed, byte[] answer)
    {
        var file = PdfFile.Open(signed);
        var update = new PdfUpdate(file);
        var kept = update.Add(new PdfStream(PdfDictionary.Empty, answer));
        update.Put(file.Root, file.Catalog.With("DSS", update.Add(PdfDictionary.Empty.With("OCSPs", new PdfArray([kept])))));
        return update.Write(out _);
    }

    private static Task<VerifiedPdf> Verify(byte[] pdf, SignatureTrust trust, DateTimeOffset? now = null) =>
        new PdfVerification(trust, new StoppedClock(now ?? SampleAuthority.Now.AddMinutes(10))).Run(pdf, CancellationToken.None);
}
