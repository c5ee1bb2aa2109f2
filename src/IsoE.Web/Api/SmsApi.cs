using System.Text.Json;
using IsoE.Office.Messages.Inbound;

namespace IsoE.Web.Api;

/// <param name="Id">The provider's id of the SMS: told again, it gets the same answer.</param>
public sealed record InboundSmsRequest(string? Id, string? From, string? Text);

/// <param name="Reply">What to send back, at most 160 characters of the GSM alphabet; null for nothing.</param>
public sealed record InboundSmsAnswer(string? Reply);

/// <summary><c>POST /api/sms/inbound</c>: the provider hands over an SMS and is given the answer. Signed, see <see cref="SignedCalls"/>.</summary>
public static class SmsApi
{
    private const int LongestBody = 16 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void MapSmsApi(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/sms/inbound", Answer)
        .AllowAnonymous()
        .WithName("AnswerSms")
        .WithSummary("Answers an SMS that came in. The call is signed with the secret IsoE:Sms:InboundSecret.");

    private static async Task<IResult> Answer(HttpContext context, IConfiguration configuration, AnswerSms answer, TimeProvider clock)
    {
        var (body, refusal) = await SignedCalls.Read(context.Request, configuration["IsoE:Sms:InboundSecret"], LongestBody, clock);
        if (body is null) return refusal!;
        if (Read(body) is not { Id: { Length: > 0 and <= 100 } id, From: { Length: > 0 } from, Text: { } text })
            return TypedResults.Problem(
                "The body is JSON with id, from and text.", statusCode: StatusCodes.Status422UnprocessableEntity, title: "sms-invalid", type: "about:blank");
        return TypedResults.Ok(new InboundSmsAnswer(await answer.Run(new InboundSms(id, from, text), context.RequestAborted)));
    }

    private static InboundSmsRequest? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<InboundSmsRequest>(body, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
