using System.Diagnostics;

namespace IsoE.Web.Hosting;

/// <summary>
/// One line per request: method, route pattern, status, milliseconds, trace id. Never the address itself, a query,
/// a name or a number: tracking links and searches carry personal data.
/// </summary>
public sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task Invoke(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-";
            if (!IsAsset(route))
            {
                Finished(
                    context.Request.Method,
                    route.TrimStart('/'),
                    context.Response.StatusCode,
                    Stopwatch.GetElapsedTime(started).TotalMilliseconds,
                    context.TraceIdentifier);
            }
        }
    }

    private static bool IsAsset(string route) =>
        route.StartsWith("lib/", StringComparison.Ordinal)
        || route.StartsWith("css/", StringComparison.Ordinal)
        || route.StartsWith("js/", StringComparison.Ordinal);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} /{Route} {Status} in {Milliseconds:0.0} ms ({TraceId})")]
    private partial void Finished(string method, string route, int status, double milliseconds, string traceId);
}
