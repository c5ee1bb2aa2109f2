using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using IsoE.Office.Messages.Gateways;
using IsoE.Office.Storage.Outbox;

namespace IsoE.Office.Tests.Messages;

/// <summary>A provider is configured by templates; what it answers decides what happens next.</summary>
public sealed class SmsGatewayTests
{
    private static readonly OutgoingMessage Message = new("m1", ["0912345678"], null, "Ma \"A\" {to} & 100%", null);

    private readonly Provider _provider = new();

    [Test]
    public async Task A_json_provider_is_given_json_whatever_stands_in_the_text()
    {
        await Send(new SmsOptions
        {
            Url = "https://sms.example.vn/send?ref={id}",
            Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer {secret}" },
            Body = """{"to":"{to84}","from":"{sender}","text":"{text}"}""",
            Sender = "P.AnHoaDong",
            Secret = "s3cret",
        });

        using var body = JsonDocument.Parse(_provider.Body);
        Assert.That(body.RootElement.GetProperty("text").GetString(), Is.EqualTo(Message.Text));
        Assert.That(body.RootElement.GetProperty("to").GetString(), Is.EqualTo("84912345678"));
        Assert.That((_provider.Address, _provider.Authorization), Is.EqualTo(("https://sms.example.vn/send?ref=m1", "Bearer s3cret")));
    }

    [Test]
    public async Task A_provider_by_get_is_given_everything_in_the_address()
    {
        await Send(new SmsOptions { Url = "https://sms.example.vn/?u=a&to={to}&msg={text}", Method = "GET" });

        Assert.That(_provider.Address, Is.EqualTo("https://sms.example.vn/?u=a&to=0912345678&msg=Ma%20%22A%22%20%7Bto%7D%20%26%20100%25"));
    }

    [Test]
    public void A_success_that_does_not_say_so_is_tried_again_and_a_refusal_is_not()
    {
        var options = new SmsOptions { Url = "https://sms.example.vn/", Secret = "s3cret", Success = new Regex("\"code\":\\s*0") };
        (_provider.Status, _provider.Answer) = (HttpStatusCode.OK, """{"code": 99, "key": "s3cret"}""");
        Assert.That(() => Send(options), Throws.InstanceOf<HttpRequestException>().With.Message.EqualTo("""SMS: 200 {"code": 99, "key": "***"}"""));

        _provider.Status = HttpStatusCode.ServiceUnavailable;
        Assert.That(() => Send(options), Throws.InstanceOf<HttpRequestException>());
        _provider.Status = HttpStatusCode.BadRequest;
        Assert.That(() => Send(options), Throws.InstanceOf<NotDeliverableException>());

        (_provider.Status, _provider.Answer) = (HttpStatusCode.OK, """{"code": 0}""");
        Assert.That(() => Send(options), Throws.Nothing);
    }

    private async Task Send(SmsOptions options)
    {
        using var http = new HttpMessageInvoker(_provider, disposeHandler: false);
        await new HttpSmsGateway(options, http).Send(Message, default);
    }

    private sealed class Provider : HttpMessageHandler
    {
        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;
        public string Answer { get; set; } = "";
        public string Address { get; private set; } = "";
        public string Authorization { get; private set; } = "";
        public string Body { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (Address, Authorization) = (request.RequestUri!.AbsoluteUri, request.Headers.Authorization?.ToString() ?? "");
            Body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(Status) { Content = new StringContent(Answer) };
        }
    }
}
