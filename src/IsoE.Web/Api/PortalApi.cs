using System.Net.Mime;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.SystemTextJson;
using IsoE.Office.NationalPortal;
using IsoE.Office.NationalPortal.Inbox;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Api;

/// <summary><c>POST /api/portal/{agency}/events</c>: the national portal tells an agency of an event. Signed, see <see cref="SignedCalls"/>.</summary>
/// <remarks>CloudEvents 1.0 in structured JSON, one event a call. A refused event is answered 200 with the reason: sending it again would not help.</remarks>
public static class PortalApi
{
    private const int LongestBody = 40 * 1024 * 1024;

    private static readonly JsonEventFormatter Formatter = new();

    public static void MapPortalApi(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/portal/{agency}/events", Take)
        .AllowAnonymous()
        .WithName("TakePortalEvent")
        .WithSummary("Takes an event of the national portal. The call is signed with the secret IsoE:Portal:Secret.");

    private static async Task<IResult> Take(string agency, HttpContext context, PortalOptions options, IServiceScopeFactory scopes, TimeProvider clock)
    {
        var (body, refusal) = await SignedCalls.Read(context.Request, options.Secret, LongestBody, clock);
        if (body is null) return refusal!;
        if (Read(body) is not { } told)
            return TypedResults.Problem(
                "The body is one CloudEvent 1.0 in structured JSON.", statusCode: StatusCodes.Status422UnprocessableEntity, title: "event-invalid", type: "about:blank");
        await using var scope = scopes.CreateAsyncScope();
        var known = await scope.ServiceProvider.GetRequiredService<OfficeDb>().Set<Agency>().AnyAsync(each => each.Id == agency, context.RequestAborted);
        if (!known) return TypedResults.NotFound();
        scope.ServiceProvider.GetRequiredService<CurrentAgency>().Enter(agency);
        return TypedResults.Ok(await scope.ServiceProvider.GetRequiredService<TakePortalEvent>().Run(agency, told, context.RequestAborted));
    }

    private static CloudEvent? Read(byte[] body)
    {
        try
        {
            return Formatter.DecodeStructuredModeMessage(body, new ContentType("application/cloudevents+json"), PortalExtensions.All);
        }
        catch (Exception wrong) when (wrong is System.Text.Json.JsonException or ArgumentException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
