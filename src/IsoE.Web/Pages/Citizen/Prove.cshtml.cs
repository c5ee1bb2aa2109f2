using IsoE.Office.Messages;
using IsoE.Office.Storage;
using IsoE.Office.Submissions;
using IsoE.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IsoE.Web.Pages.Citizen;

/// <summary>Proves a telephone or e-mail by a code sent to it; this opens one's drafts and dossiers in this browser.</summary>
[EnableRateLimiting(RateLimits.Codes), ResponseCache(NoStore = true)]
public sealed class ProveModel(ProveContact prove, CurrentAgency current, Site site) : Screen
{
    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public string? ProofId { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>A code has been sent and is asked for.</summary>
    public bool IsAsked => ProofId is { Length: > 0 };

    public string Masked => Addresses.Read(Contact) is (_, { } address) ? Addresses.Mask(address) : "";

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsk(CancellationToken cancel)
    {
        ProofId = null;
        ModelState.Remove(nameof(ProofId));
        return Attempt(
            async () =>
            {
                Enter();
                ProofId = await prove.Ask(site.AgencyId!, Contact, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "unknown", cancel);
                return Page();
            },
            () => Task.CompletedTask);
    }

    public Task<IActionResult> OnPostCheck(CancellationToken cancel)
    {
        Expect(string.IsNullOrWhiteSpace(Code), nameof(Code), "Nhập mã 6 chữ số đã gửi cho bạn.", "Enter the code of 6 digits that was sent to you.");
        return Attempt(
            async () =>
            {
                Enter();
                await Identity.Citizen.SignIn(HttpContext, await prove.Check(ProofId ?? "", Code, cancel));
                return LocalRedirect(Url.IsLocalUrl(Back) ? Back : Url.Page("/Citizen/Index")!);
            },
            () => Task.CompletedTask);
    }

    public async Task<IActionResult> OnPostLeave()
    {
        await Identity.Citizen.SignOut(HttpContext);
        return RedirectToPage("/Index");
    }

    /// <summary>The agency whose pages these are sends the code.</summary>
    private void Enter() => current.Enter(site.AgencyId ?? throw new InvalidOperationException("There is no agency yet."));
}
