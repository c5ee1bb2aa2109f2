using IsoE.Office.Calendars.Edit;
using IsoE.Office.Queue.Setup;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Queue.Setup;

/// <summary>One priority group, to be added or changed.</summary>
public sealed class GroupModel(ReadQueueSetup read, SavePriorityGroup save) : Screen
{
    /// <summary>Code of the group to be changed; null adds one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public string? NewCode { get; set; }

    [BindProperty]
    public string? NameVi { get; set; }

    [BindProperty]
    public string? NameEn { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    public bool Verified { get; set; }

    [BindProperty]
    public bool IsOpen { get; set; } = true;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (Code is null) return Page();
        if ((await read.Run(Actor.AgencyId, cancel)).FindGroup(Code) is not { } group) return NotFound();
        (NameVi, NameEn, Document, Verified, IsOpen) = (group.NameVi, group.NameEn, group.SourceVi, group.IsVerified, group.IsOpen);
        return Page();
    }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Attempt(
        async () =>
        {
            var form = new PriorityGroupForm(Code ?? NewCode?.Trim() ?? "", NameVi ?? "", NameEn, new SourceForm(Document ?? "", Verified), IsOpen);
            await save.Run(Actor, form, Code is null, cancel);
            return RedirectToPage("/Queue/Setup/Index");
        },
        () => Task.CompletedTask,
        field => field == nameof(PriorityGroupForm.Code) ? nameof(NewCode) : field);
}
