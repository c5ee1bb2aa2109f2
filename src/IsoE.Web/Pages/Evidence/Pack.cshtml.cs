using System.Globalization;
using IsoE.Office.Evidence;
using IsoE.Office.Organisation;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Evidence;

/// <summary>Exports an evidence pack of dossiers that are named, or drawn by a published seed.</summary>
public sealed class PackModel(ExportPack export, DrawSample draw, TimeProvider clock) : Screen
{
    /// <summary>Codes of the dossiers, one on each line.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Codes { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Seed { get; set; }

    [BindProperty]
    public string? Count { get; set; }

    public void OnGet()
    {
        Permit.RequireWhole(Actor, Right.ExportAuditLog);
        var today = Shown.Day(clock.GetUtcNow());
        (From, To, Count) = (Shown.Date(new DateOnly(today.Year, 1, 1)), Shown.Date(today), "25");
    }

    public Task<IActionResult> OnPostDraw(CancellationToken cancel)
    {
        var (from, to) = (ExpectDate(From, nameof(From)), ExpectDate(To, nameof(To)));
        var count = int.TryParse(Count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return Attempt(
            async () =>
            {
                var drawn = await draw.Run(Actor, new SampleWish(from!.Value, to!.Value, ProcedureCode: null, UnitCode: null, count, Blank(Seed) ?? ""), cancel);
                Codes = string.Join('\n', drawn.Dossiers.Select(dossier => dossier.Code));
                // What was drawn shows in the form, not what had been typed there before.
                ModelState.Remove(nameof(Codes));
                return Page();
            },
            () => Task.CompletedTask,
            field => field == nameof(SampleWish.Size) ? nameof(Count) : field);
    }

    public Task<IActionResult> OnPostExport(CancellationToken cancel) => Attempt(
        async () =>
        {
            // A pack of many dossiers is large: it is written to a file that is gone once it has been sent.
            var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 80 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
            try
            {
                await export.Run(Actor, (Codes ?? "").Split('\n'), T.Language, file, cancel);
                file.Position = 0;
                return File(file, "application/pdf", $"evidence-{Actor.AgencyId}-{Shown.Day(clock.GetUtcNow()):yyyyMMdd}.pdf");
            }
            catch
            {
                await file.DisposeAsync();
                throw;
            }
        },
        () => Task.CompletedTask);
}
