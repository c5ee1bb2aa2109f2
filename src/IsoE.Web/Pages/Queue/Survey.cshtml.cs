using IsoE.Office.Organisation;
using IsoE.Office.Quality;
using IsoE.Office.Queue.Setup;
using IsoE.Office.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Queue;

/// <summary>The survey on a tablet at the counter: the receipt is scanned, the marks are touched.</summary>
[ResponseCache(NoStore = true)]
public sealed class SurveyModel(FindDevice devices, AnswerSurvey answer, OfficeDb db) : Screen
{
    private const int SecondsShown = 8;

    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public MarksForm Marks { get; set; } = new();

    public Agency Agency { get; private set; } = null!;

    public bool IsDone { get; private set; }

    /// <param name="done">Somebody has just answered.</param>
    public async Task<IActionResult> OnGet(bool done, CancellationToken cancel)
    {
        if (await Load(cancel) is null) return NotFound();
        IsDone = done;
        if (done) Response.Headers["Refresh"] = $"{SecondsShown}; url={Url.Page("/Queue/Survey", new { Secret })}";
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (await Load(cancel) is not { } device) return NotFound();
        var scanned = Code?.Trim() ?? "";
        var dossier = await answer.FindByCode(device.AgencyId, scanned, cancel) ?? await answer.Find(scanned[(scanned.LastIndexOf('/') + 1)..], cancel);
        Expect(dossier is null, nameof(Code), "Không tìm thấy hồ sơ với mã này. Quét mã trên giấy tiếp nhận.", "There is no dossier with this code. Scan the code of the receipt.");
        return await Attempt(
            async () =>
            {
                await answer.Run(dossier!, Marks.Read(), Marks.Comment, cancel);
                return RedirectToPage("/Queue/Survey", new { Secret, done = true });
            },
            () => Load(cancel));
    }

    private async Task<QueueDevice?> Load(CancellationToken cancel)
    {
        if (await devices.Run(Secret, DeviceKind.Survey, cancel) is not { } device) return null;
        Agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == device.AgencyId, cancel);
        return device;
    }
}
