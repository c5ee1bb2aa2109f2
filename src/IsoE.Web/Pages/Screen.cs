using IsoE.Office.Organisation;
using IsoE.Web.Identity;
using IsoE.Web.Language;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IsoE.Web.Pages;

/// <summary>What every page shares: who looks at it, in which language, and how a refusal is shown.</summary>
public abstract class Screen : PageModel
{
    /// <summary>Idempotency key of the form on the page: pressing twice, or sending again, does it once.</summary>
    [BindProperty]
    public string CommandId { get; set; } = "";

    public Visitor Visitor => HttpContext.RequestServices.GetRequiredService<Visitor>();
    protected Actor Actor => Visitor.Actor;
    protected Localiser T => HttpContext.RequestServices.GetRequiredService<Localiser>();

    /// <summary>Whether htmx asks for a part of the page.</summary>
    protected bool WantsPart => Request.Headers.ContainsKey("HX-Request");

    /// <summary>A key for a form that is shown for the first time; a form shown again keeps its own.</summary>
    protected void NewCommand() => CommandId = CommandId is { Length: > 0 } kept ? kept : Guid.CreateVersion7().ToString("N");

    /// <summary>
    /// Does what a form asks for. A rejection becomes an error of the form, which is shown again with status 422 and
    /// all that had been typed.
    /// </summary>
    /// <param name="reload">Reads what the page shows besides the form.</param>
    /// <param name="fieldName">Name of the input for a field the rejection names; the name itself when null.</param>
    protected async Task<IActionResult> Attempt(
        Func<Task<IActionResult>> act, Func<Task> reload, Func<string, string>? fieldName = null)
    {
        if (ModelState.IsValid)
        {
            try
            {
                return await act();
            }
            catch (RejectedException rejected)
            {
                Explain(rejected, fieldName ?? (field => field));
            }
        }

        await reload();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>The same for a form of a page about one thing: once it is done the page is shown anew.</summary>
    /// <param name="id">The page's own.</param>
    protected Task<IActionResult> Act(string id, Func<Task> act, Func<Task> reload, Func<string, string>? fieldName = null) => Attempt(
        async () =>
        {
            await act();
            return RedirectToPage(new { Id = id });
        },
        reload,
        fieldName);

    private void Explain(RejectedException rejected, Func<string, string> fieldName)
    {
        foreach (var (field, sentence) in rejected.Fields) ModelState.AddModelError(fieldName(field), T[sentence]);
        if (rejected.Fields.Count == 0) ModelState.AddModelError(rejected.Field is null ? "" : fieldName(rejected.Field), T[rejected.Reason]);
    }

    /// <summary>What was typed into a field that may stay empty: without spaces around it, null for nothing.</summary>
    protected static string? Blank(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    /// <summary>Adds an error to a field when <paramref name="wrong"/> holds.</summary>
    protected void Expect(bool wrong, string field, string vi, string en)
    {
        if (wrong) ModelState.AddModelError(field, T[vi, en]);
    }

    /// <summary>Adds an error to a field into which no date was typed.</summary>
    /// <returns>The date; null when there is none, or it cannot be read.</returns>
    protected DateOnly? ExpectDate(string? typed, string field)
    {
        var date = Shown.ReadDate(typed);
        Expect(date is null, field, "Nhập ngày theo dạng 27/11/2026.", "Enter the date like 27/11/2026.");
        return date;
    }
}
