using IsoE.Office.Cashiers;
using IsoE.Office.Dossiers;
using IsoE.Web.Language;
using IsoE.Web.Markup;
using IsoE.Web.Pages.Shared;
using IsoE.Workflows.Execution;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Dossiers.Act;

/// <summary>The cashier records money received; the receipt gets its number.</summary>
public sealed class RecordPaymentModel(FindDossier find, Office.Cashiers.RecordPayment record, PaymentAccounts accounts, TimeProvider clock) : DossierScreen(find)
{
    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Means { get; set; } = "cash";

    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    public IReadOnlyList<FieldView> Fields => Form().Common();

    public PaymentCode? PaymentCode => Shared.PaymentCode.Of(
        accounts, View.Dossier.AgencyId, View.Dossier.AmountDue - View.Dossier.AmountPaid, View.Dossier.Code);

    public IReadOnlyList<SelectListItem> MeansChoices =>
        [new(T["Tiền mặt", "Cash"], "cash"), new(T["Chuyển khoản", "Transfer"], "transfer")];

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var page = await Show(cancel);
        if (page is PageResult) Amount = Shown.Number((long)(View.Dossier.AmountDue - View.Dossier.AmountPaid));
        return page;
    }

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var amount = Shown.ReadMoney(Amount);
        Expect(amount is null, nameof(Amount), "Nhập số tiền bằng đồng, ví dụ 75.000.", "Enter whole đồng, for example 75.000.");
        return Act(
            id => record.Run(Actor, new PaymentForm(id, amount!.Value, Means ?? "", Form().Values(null), CommandId), cancel), cancel, InputOf);
    }

    private string InputOf(string field) => Form().Fields.Any(each => each.Id == field) ? FieldView.NameOf(field) : field;

    private TypedForm Form() =>
        StepFields.Of(View, task => task.WaitsFor == Pauses.Payment, Answers, clock.GetUtcNow(), "amount", "method", "receiptNumber");
}
