using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IsoE.Documents.Signing.Verification;
using IsoE.Office.Storage.Attachments;

namespace IsoE.Office.Signatures;

/// <summary>Verifies the signatures of PDF files against the authorities that this installation trusts.</summary>
public sealed class VerifySignatures(SignatureOptions options, AttachmentStore files, TimeProvider clock, IHttpClientFactory? https = null)
{
    /// <summary>Name of the client that fetches revocation lists.</summary>
    internal const string Client = "revocation";

    private const int MostKept = 2_000;

    /// <summary>Revocations become known, so an answer is asked for anew after a while.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (VerifiedPdf Answer, DateTimeOffset At)> _known = new(StringComparer.Ordinal);

    public Task<VerifiedPdf> Run(ReadOnlyMemory<byte> pdf, CancellationToken cancel) => Begin().Run(pdf, cancel);

    /// <summary>For many files: they are all held against the authorities that are trusted now.</summary>
    internal PdfVerification Begin() => new(Trust(), clock);

    /// <summary>The same for a file of the store; null when it is there no longer.</summary>
    public async Task<VerifiedPdf?> OfStored(string sha256, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(sha256, out var known) && now - known.At < Fresh) return known.Answer;
        if (!files.Has(sha256)) return null;
        var answer = await Run(await files.Read(sha256, cancel), cancel);
        if (_known.Count >= MostKept) _known.Clear();
        _known[sha256] = (answer, now);
        return answer;
    }

    /// <summary>Read anew each time: authorities come and go without a restart.</summary>
    private SignatureTrust Trust()
    {
        if (options.TrustFolder is not { } folder || !Directory.Exists(folder)) return SignatureTrust.None;
        var authorities = new List<X509Certificate2>();
        foreach (var path in Directory.EnumerateFiles(folder).Where(path => Path.GetExtension(path) is ".cer" or ".crt" or ".pem").Order(StringComparer.Ordinal))
            authorities.AddRange(CertificatesIn(path));
        var lists = Directory.EnumerateFiles(folder, "*.crl").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        return new SignatureTrust(authorities, lists, options.FetchesRevocation ? https?.CreateClient(Client) : null);
    }

    private static X509Certificate2Collection CertificatesIn(string path)
    {
        try
        {
            var found = new X509Certificate2Collection();
            if (Path.GetExtension(path) == ".pem") found.ImportFromPemFile(path);
            else found.Add(X509CertificateLoader.LoadCertificateFromFile(path));
            return found;
        }
        catch (CryptographicException e)
        {
            throw new InvalidOperationException($"{path} holds no certificate; take it out of the folder of trusted authorities.", e);
        }
    }
}
