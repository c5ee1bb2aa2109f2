using IsoE.Office.Organisation;
using IsoE.Office.Records.Retention.Disposal;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Quality;

/// <summary>Lists of what is to be destroyed, and what is due for the next one.</summary>
public sealed class DisposalsModel(ReadDisposals read, DueDossiers due, ProposeDisposal propose, TimeProvider clock) : Screen
{
    /// <summary>Terms that are over before this day, as typed; today when left empty.</summary>
    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    [BindProperty]
    public List<string> Dossiers { get; set; } = [];

    [BindProperty]
    public string? Ground { get; set; }

    public IReadOnlyList<(DisposalRow List, int Dossiers)> Lists { get; private set; } = [];
    public IReadOnlyList<DueDossier> Due { get; private set; } = [];

    public bool MayPropose => Visitor.MayInWholeAgency(Right.ManageRetention);

    /// <summary>All are ticked at first; afterwards those that were.</summary>
    public bool IsChosen(string dossierId) => !HttpMethods.IsPost(Request.Method) || Dossiers.Contains(dossierId);

    public Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var day = ReadDay();
        return Attempt(
            async () =>
            {
                await Load(day, cancel);
                return Page();
            },
            () => Load(day, cancel));
    }

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var day = ReadDay();
        return Attempt(
            async () => RedirectToPage("/Quality/Disposal", new { Id = await propose.Run(Actor, day!.Value, Dossiers, Ground, CommandId, cancel) }),
            () => Load(day, cancel));
    }

    private DateOnly? ReadDay()
    {
        var today = Shown.Day(clock.GetUtcNow());
        if (Blank(On) is null) On = Shown.Date(today);
        var day = ExpectDate(On, nameof(On));
        Expect(day > today, nameof(On), "Chọn ngày không sau hôm nay.", "Choose a day that is not after today.");
        return day <= today ? day : null;
    }

    private async Task Load(DateOnly? day, CancellationToken cancel)
    {
        NewCommand();
        Lists = await read.Run(Actor, cancel);
        if (MayPropose && day is { } known) Due = await due.Run(Actor, known, cancel);
    }
}
