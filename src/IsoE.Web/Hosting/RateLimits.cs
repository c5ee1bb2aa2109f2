using System.Threading.RateLimiting;
using IsoE.Web.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace IsoE.Web.Hosting;

/// <summary>How often one address may try what can be guessed, and how many of the public are served at once.</summary>
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
        options.GlobalLimiter = OfPublic(atOnce: 8 * Environment.ProcessorCount, waiting: 500 * Environment.ProcessorCount);
        options.OnRejected = SayBusy;
        options.AddPolicy(SignIn, context => PerMinute(
            context, context.RequestServices.GetRequiredService<IConfiguration>().GetValue(SignInsPerMinute, 60)));
        options.AddPolicy(Codes, context => PerMinute(context, 20));
        options.AddPolicy(Uploads, context => PerMinute(context, 60));
        options.AddPolicy(Tracking, context => PerMinute(context, 30));
    });

    /// <summary>A rush of look-ups neither stops the officers nor fills the memory: who comes too many is asked to come again.</summary>
    /// <param name="atOnce">Public pages made at the same time.</param>
    /// <param name="waiting">Requests that may wait for one of them.</param>
    public static PartitionedRateLimiter<HttpContext> OfPublic(int atOnce, int waiting) => PartitionedRateLimiter.Create<HttpContext, bool>(
        context => IsOfPublic(context)
            ? RateLimitPartition.GetConcurrencyLimiter(true, _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = atOnce,
                QueueLimit = waiting,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            })
            : RateLimitPartition.GetNoLimiter(false));

    /// <summary>A page asked for without the cookie of the staff. What the cookie is worth is found out later.</summary>
    internal static bool IsOfPublic(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null
        && !context.Request.Cookies.ContainsKey(IdentityRegistration.StaffCookie);

    private static ValueTask SayBusy(OnRejectedContext rejected, CancellationToken cancel)
    {
        // Only the limit on the public has this reason; whoever tries too often gets the page of 429.
        if (!rejected.Lease.TryGetMetadata(MetadataName.ReasonPhrase, out _)) return ValueTask.CompletedTask;
        var response = rejected.HttpContext.Response;
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = "5";
        response.ContentType = "text/plain; charset=utf-8";
        return new ValueTask(response.WriteAsync("Nhiều người đang truy cập. Xin thử lại sau ít giây.\nMany people are here just now. Please try again in a few seconds.\n", cancel));
    }

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
