using System.Globalization;
using IsoE.Office.Cashiers;
using IsoE.Office.Organisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Cashier;

/// <summary>Books of receipts: issued to cashiers, used up, closed.</summary>
public sealed class BooksModel(ListReceiptBooks books, IssueReceiptBook issue, CloseReceiptBook close, RoleHolders holders) : Screen
{
    [BindProperty]
    public string? Symbol { get; set; }

    [BindProperty]
    public string? FromNumber { get; set; }

    [BindProperty]
    public string? ToNumber { get; set; }

    [BindProperty]
    public string? CashierId { get; set; }

    /// <summary>The book to be closed.</summary>
    [BindProperty]
    public string? BookId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<ReceiptBookLine> Lines { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Cashiers { get; private set; } = [];

    public bool MayManage => Visitor.May(Right.ManageReceiptBooks);

    public async Task OnGet(CancellationToken cancel)
    {
        NewCommand();
        await Load(cancel);
    }

    public Task<IActionResult> OnPostIssue(CancellationToken cancel)
    {
        var (from, to) = (Whole(FromNumber), Whole(ToNumber));
        Expect(from is null, nameof(FromNumber), "Nhập số đầu của quyển, ví dụ 1.", "Enter the first number of the book, for example 1.");
        Expect(to is null, nameof(ToNumber), "Nhập số cuối của quyển, ví dụ 50.", "Enter the last number of the book, for example 50.");
        return Attempt(
            async () =>
            {
                await issue.Run(Actor, new ReceiptBookForm(Symbol ?? "", from!.Value, to!.Value, CashierId ?? "", CommandId), cancel);
                return RedirectToPage();
            },
            () => Load(cancel));
    }

    public Task<IActionResult> OnPostClose(CancellationToken cancel) => Attempt(
        async () =>
        {
            await close.Run(Actor, BookId ?? "", Reason ?? "", CommandId, cancel);
            return RedirectToPage();
        },
        () => Load(cancel),
        field => field == nameof(Reason) ? $"reason-{BookId}" : field);

    private async Task Load(CancellationToken cancel)
    {
        Lines = await books.Run(Actor, cancel);
        Cashiers = [.. (await holders.Of(Roles.Cashier, cancel)).Select(person => new SelectListItem(person.FullName, person.Id))];
    }

    private static long? Whole(string? typed) =>
        long.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
