using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Reports;
using IsoE.Office.Storage;
using IsoE.Web.Documents;
using IsoE.Web.Language;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Reports;

/// <summary>How the procedures were kept in a period, on screen and as PDF.</summary>
public sealed class IndexModel(ReadCompliance read, PrintCompliance print, ProcedureLibrary library, OfficeDb db, TimeProvider clock) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Procedure { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    public Compliance? Figures { get; private set; }
    public IReadOnlyList<SelectListItem> Procedures { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    /// <summary>The same choice for the links to the PDFs.</summary>
    public object Route => new { From, To, Procedure, Unit };

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var today = Shown.Day(clock.GetUtcNow());
        From ??= Shown.Date(new DateOnly(today.Year, today.Month, 1));
        To ??= Shown.Date(today);
        Expect(Shown.ReadDate(From) is null, nameof(From), "Nhập ngày theo dạng 27/11/2026.", "Enter the date like 27/11/2026.");
        Expect(Shown.ReadDate(To) is null, nameof(To), "Nhập ngày theo dạng 27/11/2026.", "Enter the date like 27/11/2026.");
        await Load(cancel);
        return await Attempt(
            async () =>
            {
                Figures = await read.Run(Actor, Chosen(), Blank(Procedure), Blank(Unit), cancel);
                return Page();
            },
            () => Task.CompletedTask,
            field => field == "to" ? nameof(To) : field);
    }

    public async Task<IActionResult> OnGetReport(CancellationToken cancel)
    {
        Permit.Require(Actor, Right.ExportReports);
        return IsReadable ? (await print.Report(Actor, Chosen(), Blank(Procedure), Blank(Unit), T.Language, cancel)).Shown() : BadRequest();
    }

    public async Task<IActionResult> OnGetForm06(CancellationToken cancel)
    {
        Permit.Require(Actor, Right.ExportReports);
        return IsReadable ? (await print.Form06(Actor, Chosen(), cancel)).Shown() : BadRequest();
    }

    private bool IsReadable => Shown.ReadDate(From) is not null && Shown.ReadDate(To) is not null;

    /// <exception cref="RejectedException">The last day is before the first.</exception>
    private Period Chosen() => new(Shown.ReadDate(From)!.Value, Shown.ReadDate(To)!.Value);

    private async Task Load(CancellationToken cancel)
    {
        Procedures =
        [
            new SelectListItem(T["Tất cả", "All"], ""),
            .. library.All.DistinctBy(version => version.Code).Where(version => !version.Procedure.IsInternal)
                .Select(version => new SelectListItem(T[version.Procedure.Name], version.Code)),
        ];
        var units = await db.Set<Unit>().AsNoTracking().InForce(Shown.Day(clock.GetUtcNow())).OrderBy(unit => unit.Code).ToListAsync(cancel);
        Units = [new SelectListItem(T["Tất cả", "All"], ""), .. units.Select(unit => new SelectListItem(T[unit.Name], unit.Code))];
    }
}
