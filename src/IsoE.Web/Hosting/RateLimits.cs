using System.Threading.RateLimiting;

namespace IsoE.Web.Hosting;

/// <summary>How often one address may try what can be guessed: passwords and dossier codes.</summary>
public static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Tracking = "tracking";
    public const string Codes = "codes";
    public const string Uploads = "uploads";

    // An agency of many people may stand behind one address.
    private const string SignInsPerMinute = "IsoE:SignInsPerMinute";

    public static void AddRateLimits(this IServiceCollection services) => services.AddSingleton<GuessGuard>().AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(SignIn, context => PerMinute(
            context, context.RequestServices.GetRequiredService<IConfiguration>().GetValue(SignInsPerMinute, 60)));
        options.AddPolicy(Codes, context => PerMinute(context, 20));
        options.AddPolicy(Uploads, context => PerMinute(context, 60));
        options.AddPolicy(Tracking, context => PerMinute(context, 30));
    });

    private static RateLimitPartition<string> PerMinute(HttpContext context, int attempts)
    {
        // Looking at the empty form is free; only asking counts.
        var asks = HttpMethods.IsPost(context.Request.Method) || context.Request.QueryString.HasValue;
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        return asks
            ? RateLimitPartition.GetSlidingWindowLimiter(address, _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = attempts,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            })
            : RateLimitPartition.GetNoLimiter("free");
    }
}
