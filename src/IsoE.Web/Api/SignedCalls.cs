using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IsoE.Office.Messages.Gateways;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IsoE.Web.Api;

/// <summary>Calls of other systems, told apart from anybody's by a shared secret.</summary>
/// <remarks>
/// See <see cref="CallSignature"/>. An old call cannot be sent again later: the timestamp bounds its age, and within the
/// bound the caller's own id makes it count once.
/// </remarks>
public static class SignedCalls
{
    /// <summary>How far the caller's clock may be from ours.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>The body of a call that is genuine, or the refusal: 401 for a wrong signature, 422 naming how far the clocks differ.</summary>
    /// <param name="secret">Null or empty: nobody may call, the answer is 404.</param>
    /// <param name="longest">Bytes of the longest body that is read.</param>
    public static async Task<(byte[]? Body, IResult? Refusal)> Read(HttpRequest request, string? secret, int longest, TimeProvider clock)
    {
        if (string.IsNullOrEmpty(secret)) return (null, TypedResults.NotFound());
        var stamp = request.Headers[CallSignature.TimestampHeader].ToString();
        if (await Bytes(request, longest) is not { } body) return (null, TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge));
        if (!long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || !IsGenuine(secret, stamp, body, request.Headers[CallSignature.Header].ToString()))
            return (null, Problem(StatusCodes.Status401Unauthorized, "signature-invalid", "The signature does not fit the body and the timestamp."));
        var ahead = TimeSpan.FromSeconds(seconds - clock.GetUtcNow().ToUnixTimeSeconds());
        return ahead.Duration() <= Tolerance ? (body, null) : (null, Problem(
            StatusCodes.Status422UnprocessableEntity, "clock-skew",
            $"Your clock is {ahead.Duration().TotalMinutes.ToString("0.#", CultureInfo.InvariantCulture)} minutes {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} ours; {Tolerance.TotalMinutes} are allowed."));
    }

    private static bool IsGenuine(string secret, string timestamp, byte[] body, string signature) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(CallSignature.Of(secret, timestamp, body)), Encoding.ASCII.GetBytes(signature.ToLowerInvariant()));

    private static async Task<byte[]?> Bytes(HttpRequest request, int longest)
    {
        if (request.ContentLength > longest) return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
        {
            if (body.Length + read > longest) return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    private static ProblemHttpResult Problem(int status, string code, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: code, type: "about:blank");
}
