using IsoE.Workflows;

namespace IsoE.Web.Hosting;

/// <summary><c>GET /manifest.webmanifest</c>: what a phone or desktop needs to install the site as an application (W3C Web Application Manifest).</summary>
public static class WebManifest
{
    private static readonly Text Name = new("Một cửa điện tử", "One-stop office");
    private static readonly Text Track = new("Tra cứu hồ sơ", "Track a dossier");
    private static readonly Text Tasks = new("Việc của tôi", "My tasks");

    public static void MapWebManifest(this IEndpointRouteBuilder routes) => routes
        .MapGet("/manifest.webmanifest", (Site site) => Results.Json(Of(site), contentType: "application/manifest+json"))
        .ExcludeFromDescription().AllowAnonymous();

    // Vietnamese: the file is read once, by whoever installs, before there is a language to ask for.
    private static object Of(Site site) => new
    {
        id = "/",
        name = $"{Name.Vi} – {site.AgencyName.Vi}",
        short_name = "IsoE",
        lang = "vi",
        start_url = "/",
        scope = "/",
        display = "standalone",
        background_color = "#ffffff",
        theme_color = "#16355f",
        icons = new[]
        {
            new { src = "/icons/app-192.png", sizes = "192x192", type = "image/png", purpose = "any maskable" },
            new { src = "/icons/app-512.png", sizes = "512x512", type = "image/png", purpose = "any maskable" },
        },
        shortcuts = new[]
        {
            new { name = Track.Vi, url = "/Tracking" },
            new { name = Tasks.Vi, url = "/Tasks" },
        },
    };
}
