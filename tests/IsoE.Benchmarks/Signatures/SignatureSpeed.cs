using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IsoE.Documents.Forms;
using IsoE.Documents.Signing;
using IsoE.Documents.Signing.Verification;
using IsoE.Documents.Typesetting;

namespace IsoE.Benchmarks.Signatures;

/// <summary>Signing and verifying a letter of one page, and whether each of a thousand flipped bytes is reported.</summary>
internal static class SignatureSpeed
{
    private const int Seed = 20261126;

    /// <returns>No flipped byte was missed, and the untouched file never accused.</returns>
    public static async Task<bool> Run(bool quick)
    {
        using var rsa = RSA.Create(2048);
        using var root = Root(rsa);
        using var key = Pkcs12Key.Open(root.Export(X509ContentType.Pkcs12, "secret"), "secret");
        var verification = new PdfVerification(new SignatureTrust([root], []), TimeProvider.System);
        var letter = await Letter();
        var (accused, missed, flips) = (0, 0, new Random(Seed));
        var table = new Table("PAdES B-B over a letter of one page", "what", "times", "ms each", "missed");
        var signed = letter;
        await Measure("sign (RSA 2048)", quick ? 20 : 200, async _ => signed = await Sign(letter, key));
        var twice = await Sign(signed, key);
        await Measure("verify two signatures", quick ? 20 : 200, async _ => accused += (await Verify(twice)).IsSignedAndValid ? 0 : 1);
        await Measure($"flip a bit, verify (seed {Seed})", quick ? 100 : 1_000, async _ =>
        {
            var flipped = (byte[])twice.Clone();
            flipped[flips.Next(flipped.Length)] ^= (byte)(1 << flips.Next(8));
            missed += (await Verify(flipped)).IsSignedAndValid ? 1 : 0;
        });
        table.Print();
        Console.WriteLine($"Flips missed: {missed}; untouched files accused: {accused}.");
        return missed == 0 && accused == 0;

        Task<VerifiedPdf> Verify(byte[] pdf) => verification.Run(pdf, CancellationToken.None);

        async Task Measure(string what, int times, Func<int, Task> work)
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < times; i++) await work(i);
            table.Add(what, times, watch.Elapsed.TotalMilliseconds / times, missed);
        }
    }

    private static Task<byte[]> Sign(byte[] pdf, ISigningKey key) =>
        new PdfSigner().Sign(pdf, new SignatureRequest("Chủ tịch", "Ký duyệt", "", TimeProvider.System.GetUtcNow(), null), key, CancellationToken.None);

    private static X509Certificate2 Root(RSA key)
    {
        var request = new CertificateRequest("CN=Benchmark", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(30));
    }

    private static async Task<byte[]> Letter()
    {
        await using var typesetter = new Typesetter(new TypesetterOptions());
        var letter = new ApologyLetter
        {
            Head = new("", "Ủy ban nhân dân phường Hương Trà", "07/PXL", "Hương Trà, ngày 08 tháng 10 năm 2026"),
            Code = "H57.32.15-261008-0975",
            Recipient = "Nguyễn Thị Huyền Trân",
            Request = "Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ",
            ReceivedOn = "ngày 08 tháng 10 năm 2026",
            PromisedAt = "17 giờ 00 phút, ngày 29 tháng 10 năm 2026",
            Reason = "cần xác minh thêm ranh giới thửa đất với hộ liền kề.",
            NewPromisedAt = "17 giờ 00 phút, ngày 05 tháng 11 năm 2026",
            Recipients = ["Như trên;", "Lưu: VT, HS."],
            Signer = new(["KT. Chủ tịch", "Phó Chủ tịch"], "", "Hoàng Thị Thanh Tâm"),
        };
        return await typesetter.Render(letter.ToJob(DateTimeOffset.UnixEpoch), CancellationToken.None);
    }
}
