using IsoE.Office.Queue.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Queue.Setup;

/// <summary>The devices of the hall and their secret addresses.</summary>
public sealed class DevicesModel(ReadQueueSetup read, OpenDevice open, CloseDevice close) : Screen
{
    [BindProperty]
    public DeviceKind Kind { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public IReadOnlyList<QueueDevice> Devices { get; private set; } = [];

    /// <summary>Address of the device just made; it is shown this once.</summary>
    public string? Address { get; private set; }

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<DeviceKind>().Select(kind => new SelectListItem(T[DeviceKinds.NameOf(kind)], $"{kind}"));

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    public Task<IActionResult> OnPost(CancellationToken cancel) => Attempt(
        async () =>
        {
            var secret = await open.Run(Actor, Kind, Name ?? "", cancel);
            Address = Url.Page($"/Queue/{Kind}", null, new { secret }, Request.Scheme);
            await Load(cancel);
            return Page();
        },
        () => Load(cancel),
        field => field == "NameVi" ? nameof(Name) : field);

    public Task<IActionResult> OnPostClose(string id, CancellationToken cancel) => Attempt(
        async () =>
        {
            await close.Run(Actor, id, cancel);
            return RedirectToPage();
        },
        () => Load(cancel));

    private async Task Load(CancellationToken cancel) => Devices = await read.Devices(Actor.AgencyId, cancel);
}
