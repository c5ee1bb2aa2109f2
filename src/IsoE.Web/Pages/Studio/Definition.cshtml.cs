using IsoE.Web.Studio;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Studio;

/// <summary>A procedure's flow in Elsa Studio: the draft if there is one, else the newest version to look at.</summary>
public sealed class DefinitionModel(ElsaVersions versions) : Screen
{
    /// <summary>Code of the procedure.</summary>
    [BindProperty(SupportsGet = true)]
    public string Procedure { get; set; } = "";

    /// <summary>Id of a dossier whose run is to be seen on the diagram; null for the definition itself.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Dossier { get; set; }

    public ElsaVersion Version { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        try
        {
            Version = await versions.Latest(Procedure, cancel);
            return Page();
        }
        catch (RejectedException rejected) when (rejected.Code == "procedure-unknown")
        {
            return NotFound();
        }
    }
}
