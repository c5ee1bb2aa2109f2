using IsoE.Office.Instances.Incidents;
using IsoE.Office.Messages;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Operations;

/// <summary>What failed by itself and waits for somebody: incidents of dossiers, and what could not be delivered.</summary>
public sealed class IndexModel(
    ListIncidents incidents, RetryIncident retry, TakeIncident take,
    ListUndelivered undelivered, TakeUndelivered takeUndelivered, SendAgain send) : Screen
{
    /// <summary>How many went out again, after they were sent.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Sent { get; set; }

    /// <summary>Code of the dossier that goes on, after its step was tried again.</summary>
    [BindProperty(SupportsGet = true)]
    public string? GoesOn { get; set; }

    public IReadOnlyList<IncidentLine> Incidents { get; private set; } = [];

    public IReadOnlyList<UndeliveredItem> Undelivered { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel)
    {
        NewCommand();
        await Load(cancel);
    }

    public Task<IActionResult> OnPostRetry(string instance, string activity, string code, CancellationToken cancel) => Attempt(
        async () =>
        {
            if (await retry.Run(Actor, instance, activity, CommandId, cancel) is not { } failure) return RedirectToPage(new { goesOn = code });
            ModelState.AddModelError("", T[$"Đã thử lại bước của hồ sơ {code} nhưng vẫn lỗi:", $"The step of {code} was tried again and failed:"] + " " + T[failure]);
            await Load(cancel);
            Renew();
            return Page();
        },
        () => Load(cancel));

    public Task<IActionResult> OnPostTake(string instance, string activity, CancellationToken cancel) => Attempt(
        async () =>
        {
            await take.Run(Actor, instance, activity, CommandId, cancel);
            return RedirectToPage();
        },
        () => Load(cancel));

    public Task<IActionResult> OnPostSend(string? id, CancellationToken cancel) => Attempt(
        async () => RedirectToPage(new { sent = await send.Run(Actor, id, CommandId, cancel) }),
        () => Load(cancel));

    public Task<IActionResult> OnPostTakeUndelivered(string id, CancellationToken cancel) => Attempt(
        async () =>
        {
            await takeUndelivered.Run(Actor, id, CommandId, cancel);
            return RedirectToPage();
        },
        () => Load(cancel));

    private async Task Load(CancellationToken cancel)
    {
        Incidents = await incidents.Run(Actor, cancel);
        Undelivered = await undelivered.Run(Actor, cancel);
    }

    /// <summary>The retry was carried out: the next one is another command.</summary>
    private void Renew()
    {
        ModelState.Remove(nameof(CommandId));
        CommandId = "";
        NewCommand();
    }
}
