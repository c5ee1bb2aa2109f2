using IsoE.Office.Messages.OptOut;
using IsoE.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IsoE.Web.Pages.Messages;

/// <summary>Where the link in a message leads: whoever received it ends such messages, or wants them again.</summary>
/// <remarks>Opening it changes nothing: mail programs open links by themselves.</remarks>
[EnableRateLimiting(RateLimits.Tracking), ResponseCache(NoStore = true)]
public sealed class StopModel(StopByLink link) : Screen
{
    /// <summary>The secret part of the link.</summary>
    [BindProperty(SupportsGet = true)]
    public string S { get; set; } = "";

    public OptOutState? State { get; private set; }

    public bool IsSaved { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        State = await link.Find(S, cancel);
        if (State is null) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    public async Task<IActionResult> OnPost(bool stop, CancellationToken cancel)
    {
        (State, IsSaved) = (await link.Run(S, stop, cancel), true);
        if (State is null) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
