using IsoE.Office.Dossiers;
using IsoE.Office.Quality;
using IsoE.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IsoE.Web.Pages.Queue;

/// <summary>The applicant's survey, by the secret of the receipt.</summary>
[EnableRateLimiting(RateLimits.Tracking), ResponseCache(NoStore = true)]
public sealed class RateModel(AnswerSurvey answer) : Screen
{
    [BindProperty]
    public MarksForm Marks { get; set; } = new();

    public DossierRow Dossier { get; private set; } = null!;

    public bool IsAnswered { get; private set; }

    public async Task<IActionResult> OnGet(string secret, CancellationToken cancel) => await Load(secret, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPost(string secret, CancellationToken cancel) =>
        Say(secret, () => answer.Run(Dossier, Marks.Read(), Marks.Comment, cancel), cancel);

    public Task<IActionResult> OnPostDecline(string secret, CancellationToken cancel) => Say(secret, () => answer.Decline(Dossier, cancel), cancel);

    private async Task<IActionResult> Say(string secret, Func<Task> say, CancellationToken cancel)
    {
        if (!await Load(secret, cancel)) return NotFound();
        return await Attempt(
            async () =>
            {
                await say();
                return RedirectToPage("/Queue/Rate", new { secret });
            },
            () => Load(secret, cancel));
    }

    private async Task<bool> Load(string secret, CancellationToken cancel)
    {
        if (await answer.Find(secret, cancel) is not { } dossier) return false;
        (Dossier, IsAnswered) = (dossier, await answer.IsAnswered(dossier, cancel));
        return true;
    }
}
