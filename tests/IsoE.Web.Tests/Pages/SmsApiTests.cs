using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace IsoE.Web.Tests.Pages;

/// <summary>The provider's calls are believed by their signature, and only while they are fresh.</summary>
public sealed class SmsApiTests
{
    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    [Test]
    public async Task A_signed_sms_is_answered_and_the_same_again()
    {
        var id = Guid.NewGuid().ToString();
        var first = await Send(Body(id, "hs khong co"), Now);
        var again = await Send(Body(id, "hs khong co"), Now);

        Assert.That(first.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((string?)first.Answer["reply"], Does.StartWith("Khong tim thay ma ho so"));
        Assert.That((string?)again.Answer["reply"], Is.EqualTo((string?)first.Answer["reply"]));
    }

    [Test]
    public async Task A_call_that_was_changed_is_old_or_makes_no_sense_is_refused()
    {
        var changed = await Send(Body("a", "HD"), Now, signed: Body("b", "HD"));
        var old = await Send(Body("a", "HD"), Now - 3600);
        var ahead = await Send(Body("a", "HD"), Now + 420);
        var senseless = await Send("[]", Now);

        Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((old.Status, (string?)old.Answer["detail"]), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "Your clock is 60 minutes behind ours; 5 are allowed.")));
        Assert.That((string?)ahead.Answer["detail"], Does.StartWith("Your clock is 7 minutes ahead of ours"));
        Assert.That((string?)senseless.Answer["title"], Is.EqualTo("sms-invalid"));
    }

    private static string Body(string id, string text) => new JsonObject { ["id"] = id, ["from"] = "0987654399", ["text"] = text }.ToJsonString();

    private static async Task<(HttpStatusCode Status, JsonNode Answer)> Send(string body, long at, string? signed = null)
    {
        var stamp = at.ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(WebOffice.SmsSecret), Encoding.UTF8.GetBytes($"{stamp}.{signed ?? body}"));
        using var http = new HttpClient { BaseAddress = WebOffice.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sms/inbound") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Timestamp", stamp);
        request.Headers.Add("X-Signature", Convert.ToHexStringLower(mac));
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
