using System.Globalization;
using IsoE.Office.Queue.Setup;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Queue.Setup;

/// <summary>One counter, to be added or changed.</summary>
public sealed class CounterModel(ReadQueueSetup read, SaveQueueCounter save) : Screen
{
    /// <summary>Number of the counter to be changed; null adds one.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    [BindProperty]
    public string? NewNumber { get; set; }

    [BindProperty]
    public string? NameVi { get; set; }

    [BindProperty]
    public string? NameEn { get; set; }

    [BindProperty]
    public bool IsOpen { get; set; } = true;

    [BindProperty]
    public List<string> Fields { get; set; } = [];

    public QueueSetup Setup { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        await Load(cancel);
        if (Number is null) return Page();
        if (Setup.FindCounter(Number) is not { } counter) return NotFound();
        (NameVi, NameEn, IsOpen, Fields) = (counter.NameVi, counter.NameEn, counter.IsOpen, [.. counter.FieldCodes]);
        return Page();
    }

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var number = Number ?? (int.TryParse(NewNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0);
        return Attempt(
            async () =>
            {
                await save.Run(Actor, new QueueCounterForm(number, NameVi ?? "", NameEn, Fields, IsOpen), Number is null, cancel);
                return RedirectToPage("/Queue/Setup/Index");
            },
            () => Load(cancel),
            field => field == nameof(QueueCounterForm.Number) ? nameof(NewNumber) : field);
    }

    private async Task Load(CancellationToken cancel) => Setup = await read.Run(Actor.AgencyId, cancel);
}
