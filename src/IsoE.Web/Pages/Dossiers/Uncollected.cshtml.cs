using IsoE.Office.Dossiers.Post;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Dossiers;

/// <summary>The results that wait to be collected, and on which days people are reminded of them.</summary>
public sealed class UncollectedModel(ListUncollected list, SetCollectionRules rules, TimeProvider clock) : Screen
{
    [BindProperty]
    public string? ReminderDays { get; set; }

    public IReadOnlyList<UncollectedLine> Lines { get; private set; } = [];

    public int DaysOf(UncollectedLine line) => Shown.Day(clock.GetUtcNow()).DayNumber - Shown.Day(line.ReadyAt).DayNumber;

    public async Task OnGet(CancellationToken cancel)
    {
        await Load(cancel);
        ReminderDays = string.Join(", ", (await rules.Of(Actor.AgencyId, cancel)).Days);
    }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Attempt(
        async () =>
        {
            await rules.Run(Actor, ReminderDays, cancel);
            return RedirectToPage();
        },
        () => Load(cancel));

    private async Task Load(CancellationToken cancel) => Lines = await list.Run(Actor, cancel);
}
