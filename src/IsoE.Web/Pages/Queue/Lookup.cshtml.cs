using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Queue.Setup;
using IsoE.Office.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Queue;

/// <summary>The screen of a look-up machine: a receipt is scanned, its dossier shown and forgotten.</summary>
/// <remarks>
/// The QR code holds the secret of the receipt and shows what the tracking page shows; the bar code holds the dossier's code alone,
/// which others may know, and shows status and dates.
/// </remarks>
[ResponseCache(NoStore = true)]
public sealed class LookupModel(FindDevice devices, TrackDossier track, OfficeDb db) : Screen
{
    private const int SecondsShown = 30;

    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    [BindProperty]
    public string? Scanned { get; set; }

    public Agency Agency { get; private set; } = null!;
    public PublicDossier? Found { get; private set; }

    /// <summary>Whether the secret of the receipt was scanned.</summary>
    public bool IsWhole { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken cancel) => await Load(cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (await Load(cancel) is not { } device) return NotFound();
        var scanned = Scanned?.Trim() ?? "";
        Found = await track.BySecret(SecretIn(scanned), cancel);
        IsWhole = Found is not null;
        Found ??= await track.ByBarcode(device.AgencyId, scanned, cancel);
        Expect(Found is null, nameof(Scanned), "Không tìm thấy hồ sơ. Quét lại mã QR hoặc mã vạch trên giấy tiếp nhận.", "No dossier was found. Scan the QR code or the bar code of the receipt again.");
        // Whoever comes next sees nothing of whoever was before; the scanned text is not kept either.
        (ModelState[nameof(Scanned)]!.RawValue, ModelState[nameof(Scanned)]!.AttemptedValue, Scanned) = (null, "", null);
        Response.Headers["Refresh"] = $"{SecondsShown}; url={Url.Page("/Queue/Lookup", new { Secret })}";
        if (Found is null) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>The last part of a tracking address, or the text itself.</summary>
    private static string SecretIn(string scanned) => scanned[(scanned.LastIndexOf('/') + 1)..];

    private async Task<QueueDevice?> Load(CancellationToken cancel)
    {
        if (await devices.Run(Secret, DeviceKind.Lookup, cancel) is not { } device) return null;
        Agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == device.AgencyId, cancel);
        return device;
    }
}
