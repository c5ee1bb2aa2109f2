using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.SystemTextJson;
using IsoE.Office.Messages.Gateways;
using IsoE.Office.Storage.Outbox;

namespace IsoE.Office.NationalPortal.Adapters;

/// <summary>Speaks CloudEvents 1.0 in structured JSON over HTTP: <c>POST /events</c>, <c>GET /dossiers</c>, each call signed.</summary>
internal sealed class CloudEventsPortal(PortalOptions options, HttpMessageInvoker http, TimeProvider clock) : IPortalAdapter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly JsonEventFormatter Formatter = new();
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly HttpStatusCode[] Final = [HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.Gone, HttpStatusCode.UnprocessableEntity];

    public async Task<PortalReceipt> Push(CloudEvent told, CancellationToken cancel)
    {
        var body = Formatter.EncodeStructuredModeMessage(told, out var type).ToArray();
        using var request = Signed(HttpMethod.Post, $"{options.Url}/events", body);
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type.ToString()) } };
        var receipt = JsonSerializer.Deserialize<PortalReceipt>(await Send(request, cancel), Json);
        return receipt?.Id == told.Id ? receipt! : throw new HttpRequestException($"Biên nhận không phải của sự kiện {told.Id}");
    }

    public async Task<IReadOnlyList<PortalDossier>?> ReadStates(string agencyId, DateOnly from, CancellationToken cancel)
    {
        var day = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var request = Signed(HttpMethod.Get, $"{options.Url}/dossiers?agency={Uri.EscapeDataString(agencyId)}&from={day}", []);
        return JsonSerializer.Deserialize<List<PortalDossier>>(await Send(request, cancel), Json) ?? [];
    }

    private HttpRequestMessage Signed(HttpMethod method, string address, byte[] body)
    {
        var stamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(method, address);
        request.Headers.Add(CallSignature.TimestampHeader, stamp);
        request.Headers.Add(CallSignature.Header, CallSignature.Of(options.Secret, stamp, body));
        return request;
    }

    private async Task<byte[]> Send(HttpRequestMessage request, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        using var answer = await http.SendAsync(request, patience.Token);
        var said = await answer.Content.ReadAsByteArrayAsync(patience.Token);
        if (answer.IsSuccessStatusCode) return said;
        var failure = $"{(int)answer.StatusCode} {Short(said)}".TrimEnd();
        throw Final.Contains(answer.StatusCode) ? new NotDeliverableException(failure) : new HttpRequestException(failure);
    }

    private static string Short(byte[] said) => System.Text.Encoding.UTF8.GetString(said, 0, Math.Min(said.Length, 300)).ReplaceLineEndings(" ").Trim();
}
