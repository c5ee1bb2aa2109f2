using System.Globalization;
using IsoE.Office.Evidence;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Quality;

/// <summary>A sample of dossiers drawn by a published seed, so that anybody draws the same.</summary>
public sealed class SampleModel(DrawSample draw, ProcedureLibrary procedures, OfficeDb db, TimeProvider clock) : DaysScreen
{
    [BindProperty(SupportsGet = true)]
    public string? Procedure { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Size { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Seed { get; set; }

    /// <summary>Code of the audit or report the sample is for; null for none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? For { get; set; }

    public DrawnSample? Drawn { get; private set; }
    public IReadOnlyList<SelectListItem> Procedures { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        Permit.RequireWhole(Actor, Right.ReadQuality);
        var today = Shown.Day(clock.GetUtcNow());
        var isAsked = Seed is not null;
        Usually(today.AddMonths(-3), today);
        Size ??= "10";
        Seed ??= For ?? $"{today.Year}";
        Procedures = [new(T["Mọi thủ tục", "All procedures"], ""), .. procedures.InForce(today).Where(version => !version.Procedure.IsInternal).Select(version => new SelectListItem($"{version.Code} – {T[version.Procedure.Name]}", version.Code))];
        Units = [new(T["Mọi đơn vị", "All units"], ""), .. (await db.Set<Unit>().On(today, cancel)).Values.Select(unit => new SelectListItem(T[unit.Name], unit.Code))];
        if (!isAsked) return Page();
        ExpectDays();
        Expect(!int.TryParse(Size, NumberStyles.None, CultureInfo.InvariantCulture, out var size), nameof(Size), "Nhập một số nguyên.", "Enter a whole number.");
        return await Attempt(
            async () =>
            {
                Drawn = await draw.Run(Actor, new SampleWish(Days!.Value.From, Days.Value.To, Blank(Procedure), Blank(Unit), size, Seed.Trim()), cancel);
                return Page();
            },
            () => Task.CompletedTask);
    }
}
