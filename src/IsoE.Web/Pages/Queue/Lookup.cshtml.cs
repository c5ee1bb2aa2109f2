using IsoE.Office.Dossiers;
using IsoE.Office.Queue.Setup;
using IsoE.Office.Storage;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Queue;

/// <summary>The screen of a look-up machine: a receipt is scanned, its dossier shown and forgotten.</summary>
/// <remarks>
/// The QR code holds the secret of the receipt and shows what the tracking page shows; the bar code holds the dossier's code alone,
/// which others may know, and shows status and dates.
/// </remarks>
public sealed class LookupModel(FindDevice devices, TrackDossier track, OfficeDb db)
    : DeviceScreen(devices, DeviceKind.Lookup, db)
{
    private const int SecondsShown = 30;

    [BindProperty]
    public string? Scanned { get; set; }

    public PublicDossier? Found { get; private set; }

    /// <summary>Whether the secret of the receipt was scanned.</summary>
    public bool IsWhole { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken cancel) => await Load(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!await Load(cancel)) return NotFound();
        var scanned = Scanned?.Trim() ?? "";
        Found = await track.BySecret(SecretIn(scanned), cancel);
        IsWhole = Found is not null;
        Found ??= await track.ByBarcode(Device.AgencyId, scanned, cancel);
        Expect(Found is null, nameof(Scanned), "Không tìm thấy hồ sơ. Quét lại mã QR hoặc mã vạch trên giấy tiếp nhận.", "No dossier was found. Scan the QR code or the bar code of the receipt again.");
        // The scanned text is not kept either.
        (ModelState[nameof(Scanned)]!.RawValue, ModelState[nameof(Scanned)]!.AttemptedValue, Scanned) = (null, "", null);
        Forget(SecondsShown, "/Queue/Lookup");
        if (Found is null) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
