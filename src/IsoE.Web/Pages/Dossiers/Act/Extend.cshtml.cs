using IsoE.Office.Dossiers;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Dossiers.Act;

/// <summary>Apologises for a delay and sets a new date, once.</summary>
public sealed class ExtendModel(FindDossier find, ExtendDossier extend) : DossierScreen(find)
{
    /// <summary>Working days end at 17:00, and so do promises.</summary>
    private static readonly TimeSpan EndOfWork = TimeSpan.FromHours(17);

    [BindProperty]
    public string? NewDate { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGet(CancellationToken cancel) => Show(cancel);

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var on = ExpectDate(NewDate, nameof(NewDate));
        Expect(string.IsNullOrWhiteSpace(Reason), nameof(Reason), "Nêu lý do chậm.", "Say why it is late.");
        return Act(id => extend.Run(Actor, id, Shown.At(on!.Value, EndOfWork), Reason!, CommandId, cancel), cancel,
            field => field == "NewPromisedAt" ? nameof(NewDate) : field);
    }
}
