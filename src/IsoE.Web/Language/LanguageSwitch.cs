using Microsoft.AspNetCore.Http.HttpResults;

namespace IsoE.Web.Language;

/// <summary><c>/language/en?back=/Tasks</c>: keeps the choice of language for a year and returns.</summary>
public static class LanguageSwitch
{
    public static void MapLanguageSwitch(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/language/{language:regex(^(vi|en)$)}", Switch).AllowAnonymous().ExcludeFromDescription();

    private static RedirectHttpResult Switch(string language, string? back, HttpContext context)
    {
        context.Response.Cookies.Append(Localiser.CookieName, language, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            IsEssential = true,
        });
        var local = back is ['/', ..] && !back.StartsWith("//", StringComparison.Ordinal) && !back.Contains('\\');
        return TypedResults.LocalRedirect(local ? "~" + back : "~/");
    }
}
