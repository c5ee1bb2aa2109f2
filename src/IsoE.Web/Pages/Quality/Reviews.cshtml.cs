using IsoE.Office.Dossiers;
using IsoE.Office.Quality;
using IsoE.Office.Quality.Reviews;
using IsoE.Web.Documents;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Quality;

/// <summary>The management reviews, and the input of the next one as the system assembles it (9.3.2 a to f).</summary>
public sealed class ReviewsModel(ReadReviewInputs read, OpenInternalDossier open, TimeProvider clock) : DaysScreen
{
    public IReadOnlyList<DossierRow> Reviews { get; private set; } = [];
    public IReadOnlyList<ReportPart> Parts { get; private set; } = [];
    public bool MayOpen { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        Reviews = await read.List(Actor, cancel);
        MayOpen = open.Offered(Actor).Any(version => version.Code == QualityProcedures.Review);
        AtFirst();
        ExpectDays();
        return await Attempt(
            async () =>
            {
                if (Visitor.MayInWholeAgency(Office.Organisation.Right.ReadQuality)) Parts = await read.Run(Actor, Days!.Value.From, Days.Value.To, cancel);
                return Page();
            },
            () => Task.CompletedTask);
    }

    public async Task<IActionResult> OnGetInput(CancellationToken cancel)
    {
        AtFirst();
        return Days is var (from, to) ? (await read.Print(Actor, from, to, T.Language, cancel)).Shown() : BadRequest();
    }

    private void AtFirst()
    {
        var today = Shown.Day(clock.GetUtcNow());
        Usually(today.AddYears(-1).AddDays(1), today);
    }
}
