using IsoE.Workflows;
using Microsoft.AspNetCore.Diagnostics;

namespace IsoE.Web.Hosting;

/// <summary>How the JSON API says what went wrong: Problem Details (RFC 9457) in the language asked for.</summary>
public static class ProblemWords
{
    public static bool IsApi(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>A rejection becomes 422 with its code and sentence; a bug stays a bare 500 with a reference number.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Extensions["reference"] = context.HttpContext.TraceIdentifier;
        var failure = context.Exception ?? context.HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (failure is not RejectedException rejected) return;
        var language = context.HttpContext.Request.Headers.AcceptLanguage.ToString();
        problem.Status = StatusCodes.Status422UnprocessableEntity;
        problem.Type = "https://tools.ietf.org/html/rfc9110#section-15.5.21";
        problem.Title = rejected.Code;
        problem.Detail = rejected.Reason.In(language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "vi");
        if (rejected.Field is not null) problem.Extensions["field"] = rejected.Field;
        context.HttpContext.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }
}
