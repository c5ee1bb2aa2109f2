using System.Globalization;
using IsoE.Office.Queue.Setup;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Queue.Setup;

/// <summary>How the queue is arranged: fields, counters, priority groups, rules.</summary>
public sealed class IndexModel(ReadQueueSetup read, SaveQueueRules save) : Screen
{
    [BindProperty]
    public string? PriorityMinutes { get; set; }

    [BindProperty]
    public string? SlotMinutes { get; set; }

    [BindProperty]
    public string? SlotCapacity { get; set; }

    [BindProperty]
    public string? DaysAhead { get; set; }

    [BindProperty]
    public string? ArrivalMinutes { get; set; }

    public QueueSetup Setup { get; private set; } = null!;

    public async Task OnGet(CancellationToken cancel)
    {
        await Load(cancel);
        var rules = Setup.Rules;
        (PriorityMinutes, SlotMinutes, SlotCapacity) = ($"{rules.PriorityMinutes}", $"{rules.SlotMinutes}", $"{rules.SlotCapacity}");
        (DaysAhead, ArrivalMinutes) = ($"{rules.DaysAhead}", $"{rules.ArrivalMinutes}");
    }

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var form = new QueueRulesForm(
            Read(PriorityMinutes, nameof(PriorityMinutes)), Read(SlotMinutes, nameof(SlotMinutes)), Read(SlotCapacity, nameof(SlotCapacity)),
            Read(DaysAhead, nameof(DaysAhead)), Read(ArrivalMinutes, nameof(ArrivalMinutes)));
        return Attempt(
            async () =>
            {
                await save.Run(Actor, form, cancel);
                return RedirectToPage();
            },
            () => Load(cancel));
    }

    public string FieldNames(QueueCounter counter) =>
        string.Join(", ", counter.FieldCodes.Select(code => Setup.FindField(code) is { } field ? T[field.Name] : code));

    private int Read(string? typed, string field)
    {
        var isNumber = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        Expect(!isNumber, field, "Nhập một số nguyên.", "Enter a whole number.");
        return number;
    }

    private async Task Load(CancellationToken cancel) => Setup = await read.Run(Actor.AgencyId, cancel);
}
