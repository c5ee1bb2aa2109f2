using IsoE.Office.Dossiers;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Dossiers;

/// <summary>A page about one dossier, named in its address by id or code.</summary>
public abstract class DossierScreen(FindDossier find) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public DossierView View { get; private set; } = null!;

    protected async Task<bool> Find(CancellationToken cancel)
    {
        if (await find.Run(Actor, Id, cancel) is not { } view) return false;
        View = view;
        return true;
    }

    /// <summary>The page, or "not found".</summary>
    protected async Task<IActionResult> Show(CancellationToken cancel)
    {
        NewCommand();
        return await Find(cancel) ? Page() : NotFound();
    }

    /// <summary>Does what the form asks for and goes back to the dossier; a refusal shows the form again.</summary>
    protected async Task<IActionResult> Act(Func<string, Task> command, CancellationToken cancel, Func<string, string>? fieldName = null)
    {
        if (!await Find(cancel)) return NotFound();
        return await Attempt(
            async () =>
            {
                await command(View.Dossier.InstanceId);
                return RedirectToPage("/Dossiers/Dossier", new { id = View.Dossier.Code });
            },
            () => Find(cancel),
            fieldName);
    }
}
