using IsoE.Web.Documents;
using IsoE.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IsoE.Web.Pages.Tracking;

/// <summary>A letter to the applicant as PDF, for whoever has the link of the receipt.</summary>
[EnableRateLimiting(RateLimits.Tracking), ResponseCache(NoStore = true)]
public sealed class PaperModel(TrackedLetters letters, GuessGuard guard) : Screen
{
    /// <param name="s">The secret part of the link in the QR code.</param>
    /// <param name="code">Code of the record.</param>
    public async Task<IActionResult> OnGet(string s, string code, CancellationToken cancel)
    {
        var address = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        await guard.Wait(null, address, cancel);
        if (await letters.Find(s, code, cancel) is { } pdf) return pdf.Shown();
        guard.Missed(null, address);
        return NotFound();
    }
}
