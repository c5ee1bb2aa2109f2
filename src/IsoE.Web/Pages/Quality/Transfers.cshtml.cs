using IsoE.Office.Organisation;
using IsoE.Office.Records.Retention.Transfer;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Quality;

/// <summary>What was handed over to the archive, and what is due for it.</summary>
public sealed class TransfersModel(ReadTransfers read, DueTransfers due, PrepareTransfer prepare, TimeProvider clock) : Screen
{
    private const int DaysAhead = 30;

    /// <summary>Those whose time ends before this day, as typed; a month ahead when left empty.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    [BindProperty]
    public List<string> Dossiers { get; set; } = [];

    [BindProperty]
    public string? Archive { get; set; }

    public IReadOnlyList<(TransferRow Transfer, int Dossiers)> Transfers { get; private set; } = [];
    public IReadOnlyList<DueTransfer> Due { get; private set; } = [];

    public ArchiveRule Rule => due.Rule;

    public DateOnly Today => Shown.Day(clock.GetUtcNow());

    public bool MayPrepare => Visitor.MayInWholeAgency(Right.ManageRetention);

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
            () => Load(null, cancel));
    }

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var day = ReadDay();
        return Attempt(
            async () => RedirectToPage("/Quality/Transfer", new { Id = await prepare.Run(Actor, day!.Value, Dossiers, Archive, CommandId, cancel) }),
            () => Load(day, cancel));
    }

    private DateOnly? ReadDay()
    {
        if (Blank(Before) is null) Before = Shown.Date(Today.AddDays(DaysAhead));
        return ExpectDate(Before, nameof(Before));
    }

    private async Task Load(DateOnly? day, CancellationToken cancel)
    {
        NewCommand();
        Transfers = await read.Run(Actor, cancel);
        if (MayPrepare && day is { } known) Due = await due.Run(Actor, known, cancel);
    }
}
