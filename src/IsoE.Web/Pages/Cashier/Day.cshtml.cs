using IsoE.Documents.Sheets;
using IsoE.Office.Cashiers;
using IsoE.Office.Organisation;
using IsoE.Office.Reports;
using IsoE.Web.Documents;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Cashier;

/// <summary>The journal of a cashier's day; its cashier counts the cash and closes it.</summary>
public sealed class DayModel(ReadCashDay days, CloseCashDay close, PrintCashDay print, RoleHolders holders, TimeProvider clock) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    /// <summary>Whose day; null for the own one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Cashier { get; set; }

    [BindProperty]
    public string? Counted { get; set; }

    [BindProperty]
    public string? Explanation { get; set; }

    /// <summary>Null while the day cannot be read.</summary>
    public CashJournal? Journal { get; private set; }

    public IReadOnlyList<SelectListItem> Cashiers { get; private set; } = [];

    public bool MayClose => Journal is { Closed: null, Entries.Count: > 0 } journal && journal.CashierId == Actor.PersonId && Visitor.May(Right.CollectFee);

    public Task<IActionResult> OnGet(CancellationToken cancel)
    {
        Permit.RequireWhole(Actor, Right.ReadFee);
        NewCommand();
        On ??= Shown.Date(clock.GetUtcNow());
        ExpectDate(On, nameof(On));
        return Attempt(
            async () =>
            {
                await Load(cancel);
                return Page();
            },
            () => Choices(cancel));
    }

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var counted = Shown.ReadMoney(Counted);
        ExpectDate(On, nameof(On));
        Expect(counted is null, nameof(Counted), "Nhập số tiền mặt kiểm đếm bằng đồng, ví dụ 1.250.000.", "Enter the cash counted in whole đồng, for example 1.250.000.");
        Cashier = null;
        return Attempt(
            async () =>
            {
                await close.Run(Actor, Shown.ReadDate(On)!.Value, counted!.Value, Explanation, CommandId, cancel);
                return RedirectToPage(new { on = On });
            },
            () => Load(cancel),
            field => field == "Amount" ? nameof(Counted) : field);
    }

    public async Task<IActionResult> OnGetReport(CancellationToken cancel) => Shown.ReadDate(On) is { } day
        ? (await print.Run(Actor, Cashier ?? Actor.PersonId, day, cancel)).Shown()
        : BadRequest();

    public async Task<IActionResult> OnGetXlsx(CancellationToken cancel) => Shown.ReadDate(On) is { } day
        ? File(await print.Sheets(Actor, Cashier ?? Actor.PersonId, day, T.Language, cancel), Sheet.XlsxType, $"cash-day-{day:yyyyMMdd}.xlsx")
        : BadRequest();

    private async Task Load(CancellationToken cancel)
    {
        await Choices(cancel);
        if (Shown.ReadDate(On) is { } day) Journal = await days.Run(Actor, Cashier!, day, cancel);
    }

    private async Task Choices(CancellationToken cancel)
    {
        var cashiers = (await holders.Of(Roles.Cashier, cancel)).Select(person => new SelectListItem(person.FullName, person.Id)).ToList();
        cashiers.Add(new SelectListItem(T["Ngân hàng báo có", "Notices of the bank"], Actor.SystemId));
        if (string.IsNullOrEmpty(Cashier)) Cashier = Visitor.May(Right.CollectFee) ? Actor.PersonId : cashiers[0].Value;
        Cashiers = cashiers;
    }
}
