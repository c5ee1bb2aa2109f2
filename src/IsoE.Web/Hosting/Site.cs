using System.Reflection;
using IsoE.Web.Demo;
using IsoE.Workflows;

namespace IsoE.Web.Hosting;

/// <summary>What the pages say about this installation. Settings in section <c>IsoE</c>; the rest is found at the first start.</summary>
public sealed class Site
{
    /// <summary>Address of a style sheet that sets the tokens of theme.css again, for example <c>/theme/my-agency.css</c>; null for none.</summary>
    public string? Theme { get; set; }

    /// <summary>Whether an empty database is filled with the sample agency.</summary>
    public bool Sample { get; set; }

    /// <summary>Address under which citizens reach the system, printed as QR code; without a slash at the end.</summary>
    public string PublicAddress { get; set; } = "http://localhost:5000";

    /// <summary>The samples in the database, or null in a real installation. A banner tells the difference on every page.</summary>
    public SampleAgencies? Samples { get; set; }

    /// <summary>The agency whose procedures the public is shown; null before the first one is founded.</summary>
    public string? AgencyId { get; set; }

    /// <summary>Name in the header of pages that belong to nobody in particular.</summary>
    public Text AgencyName { get; set; } = new("Trung tâm Phục vụ hành chính công", "Public administration service centre");

    public static string Version { get; } =
        typeof(Site).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <remarks>Without a connection string this is somebody trying the product out: then the samples are the default.</remarks>
    public static Site Read(IConfiguration configuration) => new()
    {
        Theme = configuration["IsoE:Theme"],
        Sample = configuration.GetValue<bool?>("IsoE:Sample") ?? string.IsNullOrWhiteSpace(configuration.GetConnectionString("IsoE")),
        PublicAddress = configuration["IsoE:PublicAddress"]?.TrimEnd('/') ?? "http://localhost:5000",
    };
}
