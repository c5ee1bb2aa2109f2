using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace IsoE.Web.Tests.Pages;

/// <summary>The portal's calls: genuine, understood, and only to agencies that work with it.</summary>
public sealed class PortalApiTests
{
    [Test]
    public async Task A_call_is_answered_by_what_it_is()
    {
        var local = await Send("H29.150", Event());
        var unknown = await Send("H99", Event());
        var senseless = await Send("H29.150", "{}");
        var forged = await Send("H29.150", Event(), secret: "another");

        Assert.That((local.Status, (string?)local.Answer["title"]), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "portal-local")));
        Assert.That(unknown.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((string?)senseless.Answer["title"], Is.EqualTo("event-invalid"));
        Assert.That((string?)forged.Answer["title"], Is.EqualTo("signature-invalid"));
    }

    [Test]
    public async Task The_page_says_that_nothing_is_told_and_why_nothing_can_be_compared()
    {
        using var visit = await Visit.As("chutich");
        await visit.Open("/Portal");
        Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Contain("tiếp nhận trên cổng của cơ quan"));

        await visit.Open("/Portal?compare=true&From=01/11/2026");

        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(visit.Errors, Does.Contain("Chưa cấu hình địa chỉ"));
    }

    private static string Event() => new JsonObject
    {
        ["specversion"] = "1.0",
        ["id"] = "e1",
        ["source"] = "urn:test",
        ["type"] = "vn.isoe.dossier.withdrawal-asked.v1",
        ["subject"] = "G22-1",
        ["sequence"] = "1",
        ["datacontenttype"] = "application/json",
        ["data"] = new JsonObject { ["reason"] = "x" },
    }.ToJsonString();

    private static async Task<(HttpStatusCode Status, JsonNode Answer)> Send(string agency, string body, string secret = WebOffice.PortalSecret)
    {
        var stamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var http = new HttpClient { BaseAddress = WebOffice.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/portal/{agency}/events")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/cloudevents+json"),
        };
        request.Headers.Add("X-Timestamp", stamp);
        request.Headers.Add("X-Signature", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{stamp}.{body}"))));
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
    }
}
