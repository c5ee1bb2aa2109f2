using System.Net.Http.Headers;

namespace IsoE.Documents.Signing.Verification;

/// <summary>Fetches revocation lists and answers for one verification, within bounds of time, size and number.</summary>
/// <remarks>
/// The addresses stand in certificates that somebody else has made, so the server must not be kept waiting or filled up by
/// whoever answers there; where it may go is decided by <see cref="PublicNetwork"/>.
/// </remarks>
internal sealed class RevocationServers(HttpClient http, TimeSpan limit, CancellationToken cancel) : IDisposable
{
    private const int MostQuestions = 12;
    private const long LongestList = 20L << 20;
    private const long LongestAnswer = 256L << 10;

    private readonly CancellationTokenSource _end = new();
    private readonly Dictionary<string, byte[]?> _known = new(StringComparer.Ordinal);
    private int _questions;

    public void Dispose() => _end.Dispose();

    /// <summary>The list at the address; null when it cannot be had.</summary>
    public Task<byte[]?> List(Uri address) => Once(address.AbsoluteUri, () => new HttpRequestMessage(HttpMethod.Get, address), LongestList);

    /// <summary>The answer of a responder (RFC 6960, appendix A); null when there is none.</summary>
    public Task<byte[]?> Answer(Uri address, byte[] question) => Once(
        $"{address.AbsoluteUri} {Convert.ToHexString(question)}",
        () => new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(question) { Headers = { ContentType = new MediaTypeHeaderValue("application/ocsp-request") } },
        },
        LongestAnswer);

    private async Task<byte[]?> Once(string key, Func<HttpRequestMessage> question, long longest)
    {
        if (_known.TryGetValue(key, out var known)) return known;
        if (_questions == 0) _end.CancelAfter(limit);
        return _known[key] = _questions++ < MostQuestions ? await Ask(question, longest) : null;
    }

    private async Task<byte[]?> Ask(Func<HttpRequestMessage> question, long longest)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_end.Token, cancel);
        try
        {
            using var request = question();
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token);
            if (!answer.IsSuccessStatusCode) return null;
            await answer.Content.LoadIntoBufferAsync(longest, stop.Token);
            return await answer.Content.ReadAsByteArrayAsync(stop.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }
}
