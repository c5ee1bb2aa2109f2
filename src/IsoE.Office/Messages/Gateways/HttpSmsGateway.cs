using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using IsoE.Office.Storage.Outbox;

namespace IsoE.Office.Messages.Gateways;

/// <summary>Hands SMS to a provider as <see cref="SmsOptions"/> describe its interface.</summary>
/// <remarks>An answer that is not understood counts as "not taken": the outbox comes again, and the provider is given the same id.</remarks>
internal sealed class HttpSmsGateway(SmsOptions options, HttpMessageInvoker http) : IMessageGateway
{
    private const int LongestAnswer = 16 * 1024;

    /// <summary>Refusals of this very message; others, a wrong password among them, can be cured.</summary>
    private static readonly HttpStatusCode[] Final =
        [HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnprocessableEntity];

    public MessageChannel Channel => MessageChannel.Sms;

    public async Task Send(OutgoingMessage message, CancellationToken cancel)
    {
        using var request = Request(message);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(options.Timeout);
        using var answer = await http.SendAsync(request, timeout.Token);
        var said = await Read(answer, timeout.Token);
        if (Final.Contains(answer.StatusCode)) throw new NotDeliverableException(Failure(answer, said));
        if (!answer.IsSuccessStatusCode || options.Success?.IsMatch(said) == false) throw new HttpRequestException(Failure(answer, said));
    }

    private HttpRequestMessage Request(OutgoingMessage message)
    {
        var request = new HttpRequestMessage(new HttpMethod(options.Method), Fill(options.Url, message, Uri.EscapeDataString));
        foreach (var (name, template) in options.Headers)
            request.Headers.TryAddWithoutValidation(name, Fill(template, message, value => value.ReplaceLineEndings(" ")));
        if (options.Body is { } body)
        {
            Func<string, string> written = options.ContentType.Contains("json", StringComparison.OrdinalIgnoreCase)
                ? value => JavaScriptEncoder.Default.Encode(value)
                : Uri.EscapeDataString;
            request.Content = new StringContent(Fill(body, message, written), Encoding.UTF8, options.ContentType);
        }
        return request;
    }

    private string Fill(string template, OutgoingMessage message, Func<string, string> written)
    {
        var to = message.Addresses.Single();
        return new StringBuilder(template)
            .Replace("{to}", written(to))
            .Replace("{to84}", written(to.StartsWith('0') ? $"84{to[1..]}" : to))
            .Replace("{id}", written(message.Id))
            .Replace("{sender}", written(options.Sender))
            .Replace("{secret}", written(options.Secret))
            // Last, so that braces in a text are never taken for names.
            .Replace("{text}", written(message.Text))
            .ToString();
    }

    private static async Task<string> Read(HttpResponseMessage answer, CancellationToken cancel)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
        var buffer = new byte[LongestAnswer];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    /// <summary>What the provider said, in one line and without what it may repeat of our secret.</summary>
    private string Failure(HttpResponseMessage answer, string said)
    {
        var line = said.ReplaceLineEndings(" ").Trim();
        if (options.Secret.Length > 0) line = line.Replace(options.Secret, "***", StringComparison.Ordinal);
        return $"SMS: {(int)answer.StatusCode} {line[..Math.Min(line.Length, 200)]}".TrimEnd();
    }
}
