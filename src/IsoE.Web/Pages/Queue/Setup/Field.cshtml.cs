using IsoE.Office.Procedures;
using IsoE.Office.Queue.Setup;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Queue.Setup;

/// <summary>One field people queue in, to be added or changed.</summary>
public sealed class FieldModel(ReadQueueSetup read, SaveQueueField save, ProcedureLibraries libraries, TimeProvider clock) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public string? Prefix { get; set; }

    [BindProperty]
    public string? NameVi { get; set; }

    [BindProperty]
    public string? NameEn { get; set; }

    [BindProperty]
    public bool IsOpen { get; set; } = true;

    [BindProperty]
    public List<string> Procedures { get; set; } = [];

    /// <summary>The fields of the procedures the agency offers, and those chosen before.</summary>
    public IEnumerable<string> Known => libraries.Of(Actor.AgencyId).InForce(Shown.Day(clock.GetUtcNow()))
        .Where(version => !version.Procedure.IsInternal).Select(version => version.Procedure.Field.Vi).Concat(Procedures)
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (Code is null) return Page();
        if ((await read.Run(Actor.AgencyId, cancel)).FindField(Code) is not { } field) return NotFound();
        (Prefix, NameVi, NameEn, IsOpen, Procedures) = (field.Prefix, field.NameVi, field.NameEn, field.IsOpen, [.. field.ProcedureFields]);
        return Page();
    }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Attempt(
        async () =>
        {
            await save.Run(Actor, new QueueFieldForm(Code, Prefix ?? "", NameVi ?? "", NameEn, Procedures, IsOpen), cancel);
            return RedirectToPage("/Queue/Setup/Index");
        },
        () => Task.CompletedTask);
}
