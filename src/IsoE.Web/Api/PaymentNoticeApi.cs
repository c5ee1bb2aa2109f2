using System.Text.Json;
using IsoE.Office.Cashiers;
using IsoE.Office.Storage;

namespace IsoE.Web.Api;

/// <summary>
/// <c>POST /api/payment-notices/{agency}</c>: a bank tells of a transfer, see <see cref="SignedCalls"/>.
/// </summary>
public static class PaymentNoticeApi
{
    private const int LongestBody = 16 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void MapPaymentNoticeApi(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/payment-notices/{agency}", Receive)
        .AllowAnonymous()
        .DisableAntiforgery()
        .WithName("ReceivePaymentNotice")
        .WithSummary("A bank gives notice of a transfer, signed with the agency's key; sent again, nothing happens twice.");

    private static async Task<IResult> Receive(
        string agency, HttpContext context, PaymentAccounts accounts, IServiceScopeFactory scopes, TimeProvider clock, CancellationToken cancel)
    {
        var (body, refusal) = await SignedCalls.Read(context.Request, accounts.Find(agency)?.Key, LongestBody, clock);
        if (body is null) return refusal!;
        if (Read(body) is not { } notice) return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, title: "notice-form");
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAgency>().Enter(agency);
        var state = await scope.ServiceProvider.GetRequiredService<ReceivePaymentNotice>().Run(agency, notice, cancel);
        return TypedResults.Ok(new { notice.Id, State = state.ToString().ToLowerInvariant() });
    }

    private static PaymentNotice? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<PaymentNotice>(body, Json) is { Id: not null, Message: not null, Reference: not null } notice ? notice : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
