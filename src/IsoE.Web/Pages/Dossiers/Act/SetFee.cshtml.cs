using IsoE.Office.Dossiers;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Dossiers.Act;

/// <summary>Sets what the applicant has to pay.</summary>
public sealed class SetFeeModel(FindDossier find, Office.Dossiers.SetFee set) : DossierScreen(find)
{
    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Statutory { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public Task<IActionResult> OnGet(CancellationToken cancel) => Show(cancel);

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var amount = Shown.ReadMoney(Amount);
        Expect(amount is null, nameof(Amount), "Nhập số tiền bằng đồng, ví dụ 75.000.", "Enter whole đồng, for example 75.000.");
        var statutory = Shown.ReadMoney(Statutory);
        Expect(statutory is null && !string.IsNullOrWhiteSpace(Statutory), nameof(Statutory), "Nhập số tiền bằng đồng, ví dụ 75.000.", "Enter whole đồng, for example 75.000.");
        return Act(id => set.Run(Actor, id, amount!.Value, Note, CommandId, cancel, statutory), cancel);
    }
}
