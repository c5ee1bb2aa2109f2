namespace IsoE.Web.Hosting;

/// <summary>Headers every answer carries: nothing is loaded from elsewhere, nothing runs inline, nobody frames us.</summary>
public static class SecurityHeaders
{
    public const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Studio's own inline script, which gives its editor Ctrl+S; without it the editor stops with an exception.</summary>
    private const string StudioHotkeys = "'sha256-snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc='";

    /// <summary>Elsa Studio is WebAssembly, styles itself, and runs in a frame of our own page; nothing else may.</summary>
    public const string StudioPolicy =
        $"default-src 'self'; script-src 'self' 'wasm-unsafe-eval' {StudioHotkeys}; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; "
        + "img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    private static bool IsStudio(HttpContext context) =>
        context.Request.Path.Equals("/studio/host", StringComparison.OrdinalIgnoreCase);

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Set when the answer starts, because the exception page clears what was set before it.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = IsStudio(context) ? StudioPolicy : ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (context.User.Identity?.IsAuthenticated == true && headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });
}
