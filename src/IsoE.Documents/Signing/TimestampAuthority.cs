using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace IsoE.Documents.Signing;

/// <summary>An authority that says when something existed (RFC 3161, over HTTP).</summary>
public sealed class TimestampAuthority(HttpClient http, Uri address)
{
    private const int LongestAnswer = 64 * 1024;

    /// <summary>A time-stamp over a signature.</summary>
    /// <exception cref="SigningFailedException"><c>NoTimestamp</c>.</exception>
    internal async Task<Rfc3161TimestampToken> Stamp(SignerInfo signature, CancellationToken cancel)
    {
        var nonce = RandomNumberGenerator.GetBytes(8);
        var request = Rfc3161TimestampRequest.CreateFromSignerInfo(
            signature, HashAlgorithmName.SHA256, nonce: nonce, requestSignerCertificates: true);
        try
        {
            using var body = new ByteArrayContent(request.Encode());
            body.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
            using var answer = await http.PostAsync(address, body, cancel);
            answer.EnsureSuccessStatusCode();
            await answer.Content.LoadIntoBufferAsync(LongestAnswer, cancel);
            return request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(cancel), out _);
        }
        catch (Exception e) when (e is HttpRequestException or CryptographicException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new SigningFailedException(SigningFault.NoTimestamp, $"The time-stamp authority {address.Host} gave no time-stamp: {e.Message}", e);
        }
    }
}
