using System.Reflection;

namespace IsoE.Web.Hosting;

/// <summary>What the pages say about this installation. Section <c>IsoE</c> of the configuration.</summary>
public sealed record Site
{
    /// <summary>Name in the header of pages that belong to nobody in particular.</summary>
    public string AgencyName { get; set; } = "Trung tâm Phục vụ hành chính công";

    /// <summary>Whether the database holds the sample agency; a banner says so on every page.</summary>
    public bool IsSample { get; set; }

    /// <summary>Address of a style sheet that sets the tokens of theme.css again, for example <c>/theme/my-agency.css</c>; null for none.</summary>
    public string? Theme { get; set; }

    public static string Version { get; } =
        typeof(Site).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
