using IsoE.Web.Studio;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Studio;

/// <summary>The bare page in which Elsa Studio runs; shown in a frame of <c>/studio</c>.</summary>
public sealed class HostModel : Screen
{
    /// <summary>Code of the procedure to edit.</summary>
    [BindProperty(SupportsGet = true)]
    public string Definition { get; set; } = "";

    /// <summary>Id of the dossier to look at instead; null for none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Instance { get; set; }

    /// <summary>Base address of the procedure's calls; Studio takes only an absolute one.</summary>
    public string Endpoint => $"{Request.Scheme}://{Request.Host}{Request.PathBase}{ElsaApi.Root}/{Uri.EscapeDataString(Definition)}";
}
