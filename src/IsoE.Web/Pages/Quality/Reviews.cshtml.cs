using IsoE.Office.Dossiers;
using IsoE.Office.Quality;
using IsoE.Office.Quality.Reviews;
using IsoE.Web.Documents;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Quality;

/// <summary>The management reviews, and the input of the next one as the system assembles it (9.3.2 a to f).</summary>
public sealed class ReviewsModel(ReadReviewInputs read, OpenInternalDossier open, TimeProvider clock) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public IReadOnlyList<DossierRow> Reviews { get; private set; } = [];
    public IReadOnlyList<ReportPart> Parts { get; private set; } = [];
    public bool MayOpen { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        Reviews = await read.List(Actor, cancel);
        MayOpen = open.Offered(Actor).Any(version => version.Code == QualityProcedures.Review);
        var (from, to) = Chosen();
        Expect(from is null, nameof(From), "Nhập ngày theo dạng 27/11/2026.", "Enter the date like 27/11/2026.");
        Expect(to is null, nameof(To), "Nhập ngày theo dạng 27/11/2026.", "Enter the date like 27/11/2026.");
        return await Attempt(
            async () =>
            {
                if (Visitor.MayInWholeAgency(Office.Organisation.Right.ReadQuality)) Parts = await read.Run(Actor, from!.Value, to!.Value, cancel);
                return Page();
            },
            () => Task.CompletedTask);
    }

    public async Task<IActionResult> OnGetInput(CancellationToken cancel) =>
        Chosen() is ({ } from, { } to) ? (await read.Print(Actor, from, to, T.Language, cancel)).Shown() : BadRequest();

    private (DateOnly?, DateOnly?) Chosen()
    {
        var today = Shown.Day(clock.GetUtcNow());
        From ??= Shown.Date(today.AddYears(-1).AddDays(1));
        To ??= Shown.Date(today);
        return (Shown.ReadDate(From), Shown.ReadDate(To));
    }
}
