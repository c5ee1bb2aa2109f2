using IsoE.Workflows;
using Microsoft.AspNetCore.Diagnostics;

namespace IsoE.Web.Hosting;

/// <summary>How the JSON API says what went wrong: Problem Details (RFC 9457) in the language asked for.</summary>
public static class ProblemWords
{
    public static bool IsApi(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>Status of a rejection that no form could show: not allowed, not there, or not possible.</summary>
    public static int StatusOf(RejectedException rejected) => rejected.Code switch
    {
        "not-allowed" => StatusCodes.Status403Forbidden,
        _ when rejected.Code.StartsWith("sod-", StringComparison.Ordinal) => StatusCodes.Status403Forbidden,
        _ when rejected.Code.EndsWith("-unknown", StringComparison.Ordinal) => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    /// <summary>A rejection becomes 403, 404 or 422 with its code and sentence; a bug stays a bare 500 with a reference number.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Extensions["reference"] = context.HttpContext.TraceIdentifier;
        var failure = context.Exception ?? context.HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (failure is not RejectedException rejected) return;
        var language = context.HttpContext.Request.Headers.AcceptLanguage.ToString();
        problem.Status = StatusOf(rejected);
        problem.Type = "about:blank";
        problem.Title = rejected.Code;
        problem.Detail = rejected.Reason.In(Language(language));
        if (rejected.Field is not null) problem.Extensions["field"] = rejected.Field;
        if (rejected.Fields.Count > 0) problem.Extensions["fields"] = rejected.Fields.ToDictionary(each => each.Key, each => each.Value.In(Language(language)));
        context.HttpContext.Response.StatusCode = StatusOf(rejected);
    }

    private static string Language(string accepted) => accepted.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "vi";
}
