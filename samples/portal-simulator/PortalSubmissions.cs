using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace IsoE.PortalSimulator;

/// <summary>Dossiers that people submit on the simulated portal, told to the agency twice and out of order.</summary>
public static class PortalSubmissions
{
    /// <summary>The events of one dossier: a household business is registered, and some want it back afterwards.</summary>
    public static IReadOnlyList<object> Of(string nationalCode, bool isWithdrawn, DateTimeOffset at)
    {
        var submitted = Event(nationalCode, 1, "vn.isoe.dossier.submitted.v1", at, new
        {
            procedure = "1.001612",
            @case = "standard",
            applicant = new { kind = "Citizen", name = "Trần Thị Thử", identityNumber = "079085001234", address = "1 đường Thử Nghiệm" },
            returnWay = "Online",
            form = new
            {
                businessName = $"Hộ kinh doanh {nationalCode}",
                ownerIdentity = "079085001234",
                businessAddress = "1 đường Thử Nghiệm",
                placeKind = "owned",
                businessLines = "4711 - Bán lẻ lương thực",
                capital = 50_000_000,
                workers = 2,
                startOn = "01/12/2026",
                isHousehold = false,
                filedByAgent = false,
                dataAvailable = true,
            },
            components = new[] { new { componentId = "request", originals = 1, copies = 0, state = "enough" } },
        });
        return isWithdrawn ? [submitted, Event(nationalCode, 2, "vn.isoe.dossier.withdrawal-asked.v1", at, new { reason = "Không kinh doanh nữa" })] : [submitted];
    }

    /// <summary>The applicant pays on the portal.</summary>
    /// <param name="sequence">Place among the events of the dossier.</param>
    /// <param name="amount">Whole đồng.</param>
    public static object Paid(string nationalCode, int sequence, long amount, DateTimeOffset at) =>
        Event(nationalCode, sequence, "vn.isoe.dossier.paid.v1", at, new { amount, reference = $"PAY-{nationalCode}-{sequence}", paidAt = at });

    /// <summary>Tells the agency of some dossiers, each event twice, in an order of chance.</summary>
    public static async Task Send(Uri to, string secret, int count, int seed, CancellationToken cancel)
    {
        var random = new Random(seed);
        var at = TimeProvider.System.GetUtcNow();
        var events = Enumerable.Range(1, count).SelectMany(i => Of($"G22.99.1-{at:yyMMddHHmm}-{i:0000}", i % 3 == 0, at)).ToArray();
        object[] told = [.. events, .. events];
        random.Shuffle(told);
        using var http = new HttpClient();
        foreach (var each in told)
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(each);
            using var request = Signed(to, secret, body);
            using var answer = await http.SendAsync(request, cancel);
            Console.WriteLine($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancel)}");
        }
    }

    private static HttpRequestMessage Signed(Uri to, string secret, byte[] body)
    {
        var stamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/cloudevents+json");
        request.Headers.Add("X-Timestamp", stamp);
        byte[] said = [.. Encoding.UTF8.GetBytes($"{stamp}."), .. body];
        request.Headers.Add("X-Signature", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), said)));
        return request;
    }

    private static object Event(string subject, int sequence, string type, DateTimeOffset at, object data) => new
    {
        specversion = "1.0",
        id = $"{subject}-{sequence}",
        source = "urn:portal-simulator",
        type,
        subject,
        time = at,
        sequence = sequence.ToString(CultureInfo.InvariantCulture),
        datacontenttype = "application/json",
        data,
    };
}
