using IsoE.Office.Cashiers;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Cashier;

/// <summary>Transfers the bank gave notice of; those that do not fit wait for a person.</summary>
public sealed class NoticesModel(ListPaymentNotices list, UsePaymentNotice use) : Screen
{
    [BindProperty]
    public string? NoticeId { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<PaymentNoticeRow> Found { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel) => Found = await list.Run(Actor, cancel);

    public Task<IActionResult> OnPostUse(CancellationToken cancel) => Done(() => use.Run(Actor, NoticeId ?? "", Code ?? "", cancel), $"code-{NoticeId}", cancel);

    public Task<IActionResult> OnPostClose(CancellationToken cancel) => Done(() => use.Close(Actor, NoticeId ?? "", Reason ?? "", cancel), $"reason-{NoticeId}", cancel);

    /// <summary>What a cashier has to know before doing something about it.</summary>
    public string Comparison(PaymentNoticeRow notice) => notice switch
    {
        { Owed: null } => T["không rõ hồ sơ", "no dossier named"],
        { Owed: 0 } => T["hồ sơ không còn phải nộp", "nothing is owed on the dossier"],
        { Excess: > 0 } => T[$"thừa {Shown.Money(notice.Excess)} (phải nộp {Shown.Money(notice.Owed!.Value)})", $"{Shown.Money(notice.Excess)} too much ({Shown.Money(notice.Owed!.Value)} owed)"],
        _ when notice.Owed > notice.Amount => T[$"thiếu {Shown.Money(notice.Owed!.Value - notice.Amount)} (phải nộp {Shown.Money(notice.Owed!.Value)})", $"{Shown.Money(notice.Owed!.Value - notice.Amount)} short ({Shown.Money(notice.Owed!.Value)} owed)"],
        _ => T["đúng số tiền", "the amount owed"],
    };

    private Task<IActionResult> Done(Func<Task> act, string field, CancellationToken cancel) => Attempt(
        async () =>
        {
            await act();
            return RedirectToPage();
        },
        async () => Found = await list.Run(Actor, cancel),
        _ => field);
}
