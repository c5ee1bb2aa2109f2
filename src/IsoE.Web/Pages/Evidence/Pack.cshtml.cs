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
        var (from, to) = (Shown.ReadDate(From), Shown.ReadDate(To));
        var count = int.TryParse(Count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        Expect(from is null, nameof(From), "Nhập ngày theo dạng 27/11/2026.", "Enter the date like 27/11/2026.");
        Expect(to is null, nameof(To), "Nhập ngày theo dạng 27/11/2026.", "Enter the date like 27/11/2026.");
        Expect(from > to, nameof(To), "Ngày cuối không được trước ngày đầu.", "The last day must not be before the first.");
        Expect(Blank(Seed) is null, nameof(Seed), "Nhập số hoặc chữ đã công bố trước khi rút mẫu.", "Enter the number or words that were published before drawing.");
        Expect(
            count is < 1 or > ExportPack.MostDossiers, nameof(Count),
            $"Nhập một số từ 1 đến {ExportPack.MostDossiers}.", $"Enter a number from 1 to {ExportPack.MostDossiers}.");
        return Attempt(
            async () =>
            {
                Codes = string.Join('\n', await draw.Run(Actor, from!.Value, to!.Value, Blank(Seed)!, count, cancel));
                // What was drawn shows in the form, not what had been typed there before.
                ModelState.Remove(nameof(Codes));
                return Page();
            },
            () => Task.CompletedTask);
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
