using IsoE.Office.Submissions;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Citizen;

/// <summary>Begins a submission, or goes on with the one begun for the procedure.</summary>
public sealed class BeginModel(Drafts drafts) : CitizenScreen
{
    public async Task<IActionResult> OnGet(string code, CancellationToken cancel)
    {
        var draft = await drafts.Begin(Agency, Contact, code, cancel);
        return RedirectToPage("/Citizen/Draft", new { agency = Agency, id = draft.Id, step = draft.Step });
    }
}
