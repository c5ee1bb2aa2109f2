using IsoE.Office.DocumentControl;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Authoring;

/// <summary>Begins a procedure from nothing.</summary>
public sealed class BeginModel(BeginDraft begin) : Screen
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? NameVi { get; set; }

    [BindProperty]
    public string? NameEn { get; set; }

    public void OnGet() => NewCommand();

    public Task<IActionResult> OnPost(CancellationToken cancel) => Attempt(
        async () => RedirectToPage("/Authoring/Steps", new
        {
            id = await begin.Run(Actor, new DraftForm(CommandId, Code ?? "", new Text(NameVi ?? "", NameEn ?? "")), cancel),
        }),
        () => Task.CompletedTask);
}
