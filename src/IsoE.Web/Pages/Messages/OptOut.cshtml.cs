using IsoE.Office.Messages.OptOut;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Messages;

/// <summary>Records at the counter or by telephone that somebody wants no messages, or wants them again.</summary>
public sealed class OptOutModel(RecordOptOut record) : Screen
{
    /// <summary>Telephone number or e-mail address.</summary>
    [BindProperty]
    public string? To { get; set; }

    /// <summary>How it stands at the address; null before it was asked for.</summary>
    public OptOutState? State { get; private set; }

    public bool IsSaved { get; private set; }

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Attempt(
        async () =>
        {
            State = await record.Find(Actor, To, cancel);
            return Page();
        },
        () => Task.CompletedTask);

    public Task<IActionResult> OnPostSave(bool stop, CancellationToken cancel) => Attempt(
        async () =>
        {
            await record.Run(Actor, To, stop, cancel);
            (State, IsSaved) = (await record.Find(Actor, To, cancel), true);
            return Page();
        },
        () => Task.CompletedTask);
}
