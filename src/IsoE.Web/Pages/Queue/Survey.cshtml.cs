using IsoE.Office.Quality;
using IsoE.Office.Queue.Setup;
using IsoE.Office.Storage;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Queue;

/// <summary>The survey on a tablet at the counter: the receipt is scanned, the marks are touched.</summary>
public sealed class SurveyModel(FindDevice devices, AnswerSurvey answer, OfficeDb db)
    : DeviceScreen(devices, DeviceKind.Survey, db)
{
    private const int SecondsShown = 8;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public MarksForm Marks { get; set; } = new();

    public bool IsDone { get; private set; }

    /// <summary>The dossier whose code was scanned before any mark was touched; null for none.</summary>
    public string? Scanned { get; private set; }

    /// <param name="done">Somebody has just answered.</param>
    public async Task<IActionResult> OnGet(bool done, CancellationToken cancel)
    {
        if (!await Load(cancel)) return NotFound();
        IsDone = done;
        if (done) Forget(SecondsShown, "/Queue/Survey");
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!await Load(cancel)) return NotFound();
        var scanned = Code?.Trim() ?? "";
        var dossier = await answer.FindByCode(Device.AgencyId, scanned, cancel) ?? await answer.Find(SecretIn(scanned), cancel);
        Expect(dossier is null, nameof(Code), "Không tìm thấy hồ sơ với mã này. Quét mã trên giấy tiếp nhận.", "There is no dossier with this code. Scan the code of the receipt.");
        return await Attempt(
            async () =>
            {
                // A scanner ends with Enter: the form comes in before anybody has touched a mark.
                if (!Marks.Read().Given.Any() && string.IsNullOrWhiteSpace(Marks.Comment))
                {
                    await answer.Expect(dossier!, cancel);
                    Scanned = dossier!.Code;
                    return Page();
                }

                await answer.Run(dossier!, Marks.Read(), Marks.Comment, cancel);
                return RedirectToPage("/Queue/Survey", new { Secret, done = true });
            },
            () => Load(cancel));
    }
}
