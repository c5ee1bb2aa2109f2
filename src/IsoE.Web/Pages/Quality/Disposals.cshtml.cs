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

    public Task<IActionResult> OnGet(CancellationToken cancel) => Attempt(
        async () =>
        {
            await Load(ReadDay(), cancel);
            return Page();
        },
        () => Load(null, cancel));

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var day = ReadDay();
        return Attempt(
            async () => RedirectToPage("/Quality/Disposal", new { Id = await propose.Run(Actor, day!.Value, Dossiers, Ground, CommandId, cancel) }),
            () => Load(day, cancel));
    }

    private DateOnly? ReadDay()
    {
        if (Blank(On) is null) On = Shown.Date(Shown.Day(clock.GetUtcNow()));
        var day = Shown.ReadDate(On);
        Expect(day is null, nameof(On), "Nhập ngày theo dạng 27/11/2026.", "Enter the date like 27/11/2026.");
        return day;
    }

    private async Task Load(DateOnly? day, CancellationToken cancel)
    {
        NewCommand();
        Lists = await read.Run(Actor, cancel);
        if (MayPropose && day is { } known && known <= Shown.Day(clock.GetUtcNow())) Due = await due.Run(Actor, known, cancel);
        else Expect(MayPropose && day is not null, nameof(On), "Chọn ngày không sau hôm nay.", "Choose a day that is not after today.");
    }
}
