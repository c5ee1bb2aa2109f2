using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.SystemTextJson;

namespace IsoE.PortalSimulator;

/// <summary>The interface of the simulated portal, for calls within one process; the program serves the same over the network.</summary>
/// <param name="now">The portal's clock.</param>
public sealed class Interface(SimulatedPortal portal, string secret, Func<DateTimeOffset> now) : HttpMessageHandler
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    private static readonly JsonEventFormatter Formatter = new();
    private static readonly CloudEventAttribute Sequence = CloudEventAttribute.CreateExtension("sequence", CloudEventAttributeType.String);

    /// <summary>Answers a call; null for silence.</summary>
    public HttpResponseMessage? Answer(string method, string path, string timestamp, string signature, byte[] body)
    {
        if (Refuse(timestamp, signature, body) is { } refusal) return refusal;
        if (method == "GET" && path.StartsWith("/dossiers", StringComparison.Ordinal)) return Json(portal.Dossiers);
        var told = Formatter.DecodeStructuredModeMessage(body, null, [Sequence]);
        return portal.Receive(told, out var outcome) switch
        {
            Ending.Acknowledged => Json(new { id = told.Id, outcome }),
            Ending.Error => new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = new StringContent("Lỗi hệ thống") },
            _ => null,
        };
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        return Answer(request.Method.Method, request.RequestUri!.AbsolutePath, Header(request, "X-Timestamp"), Header(request, "X-Signature"), body)
            ?? throw new HttpRequestException("Không có trả lời");
    }

    private HttpResponseMessage? Refuse(string timestamp, string signature, byte[] body)
    {
        byte[] said = [.. Encoding.UTF8.GetBytes($"{timestamp}."), .. body];
        var signed = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), said);
        if (signature != Convert.ToHexStringLower(signed)) return new HttpResponseMessage(HttpStatusCode.Unauthorized);
        var ahead = DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp, CultureInfo.InvariantCulture)) - now();
        return ahead.Duration() <= Tolerance ? null : new HttpResponseMessage(HttpStatusCode.UnprocessableEntity) { Content = new StringContent($"Lệch đồng hồ {ahead}") };
    }

    private static HttpResponseMessage Json<T>(T value) => new(HttpStatusCode.OK) { Content = JsonContent.Create(value) };

    private static string Header(HttpRequestMessage request, string name) =>
        request.Headers.TryGetValues(name, out var values) ? values.First() : "";
}
