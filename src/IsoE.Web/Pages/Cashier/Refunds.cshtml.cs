using IsoE.Office.Cashiers;
using IsoE.Office.Storage;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Cashier;

/// <summary>Money given back: proposed with a reason, decided by somebody else, paid out.</summary>
public sealed class RefundsModel(ListRefunds list, ProposeRefund propose, DecideRefund decide, PayRefund pay, OfficeDb db) : Screen
{
    /// <summary>The receipt a refund is to be proposed of; null for none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    [BindProperty]
    public string? RefundId { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ReceiptRow? Receipt { get; private set; }

    public IReadOnlyList<RefundLine> Lines { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel)
    {
        NewCommand();
        await Load(cancel);
        if (Receipt is { } receipt) Amount = Shown.Number(receipt.Amount - receipt.Refunded);
    }

    public async Task<IActionResult> OnPostPropose(CancellationToken cancel)
    {
        await Load(cancel);
        if (Receipt is not { } receipt) return NotFound();
        var amount = Shown.ReadMoney(Amount);
        Expect(amount is null, nameof(Amount), "Nhập số tiền bằng đồng, ví dụ 75.000.", "Enter whole đồng, for example 75.000.");
        return await Done(() => propose.Run(Actor, receipt.InstanceId, receipt.Number, amount!.Value, Reason ?? "", CommandId, cancel), cancel);
    }

    public Task<IActionResult> OnPostDecide(bool approve, CancellationToken cancel) =>
        Done(() => decide.Run(Actor, RefundId ?? "", approve, Reason, CommandId, cancel), cancel, field => field == nameof(Reason) ? $"note-{RefundId}" : field);

    public Task<IActionResult> OnPostPay(string? means, string? receiver, CancellationToken cancel) =>
        Done(() => pay.Run(Actor, RefundId ?? "", means ?? "", receiver ?? "", CommandId, cancel), cancel, field => field == "Receiver" ? $"receiver-{RefundId}" : field);

    private Task<IActionResult> Done(Func<Task> act, CancellationToken cancel, Func<string, string>? fieldName = null) => Attempt(
        async () =>
        {
            await act();
            return RedirectToPage(new { number = (string?)null });
        },
        () => Load(cancel),
        fieldName);

    private async Task Load(CancellationToken cancel)
    {
        Lines = await list.Run(Actor, cancel);
        if (Number is { } number) Receipt = await db.Set<ReceiptRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Number == number && row.CancelledAt == null, cancel);
    }
}
