using IsoE.Office.Dossiers;
using IsoE.Web.Language;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace IsoE.Web.Hosting;

/// <summary>Keeps the page of a tracking link for as long as nothing happens to its dossier: who looks again costs one short question.</summary>
/// <remarks>
/// A kept page is found by the heads of the histories it was made from, so that it is never older than the dossier, on however many
/// servers. The staff get pages of their own.
/// </remarks>
internal sealed class TrackedPages : IOutputCachePolicy
{
    public const string Name = "tracked";

    /// <summary>Whether a dossier is late shows with time alone.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) || !RateLimits.IsOfPublic(http) || SecretOf(http) is not { } secret) return;
        if (await http.RequestServices.GetRequiredService<TrackDossier>().StateOf(secret, cancellation) is not { } state) return;
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (true, true, true, true);
        context.ResponseExpirationTimeSpan = Longest;
        context.CacheVaryByRules.VaryByValues["state"] = state;
        context.CacheVaryByRules.VaryByValues["language"] = http.RequestServices.GetRequiredService<Localiser>().Language;
        context.CacheVaryByRules.QueryKeys = "s";
    }

    /// <inheritdoc />
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc />
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var answer = context.HttpContext.Response;
        context.AllowCacheStorage = answer.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(answer.Headers.SetCookie);
        return ValueTask.CompletedTask;
    }

    private static string? SecretOf(HttpContext http) => http.GetRouteValue("s") as string ?? http.Request.Query["s"];
}
