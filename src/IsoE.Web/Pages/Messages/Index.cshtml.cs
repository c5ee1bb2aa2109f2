using IsoE.Office.Messages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Messages;

/// <summary>The messages that left, wait, or could not be sent.</summary>
public sealed class IndexModel(ListMessages messages) : Screen
{
    [BindProperty(SupportsGet = true)]
    public MessageFilter Filter { get; set; }

    /// <summary>Code of a dossier, or its beginning.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public MessagePage Found { get; private set; } = new([], null);

    public IEnumerable<SelectListItem> Filters() =>
    [
        new(T["Tất cả", "All"], nameof(MessageFilter.All)),
        new(T["Chờ gửi", "Waiting"], nameof(MessageFilter.Waiting)),
        new(T["Không gửi được", "Could not be sent"], nameof(MessageFilter.GivenUp)),
        new(T["Không có địa chỉ, từ chối nhận, hết hạn", "No address, not wanted, too late"], nameof(MessageFilter.NotSent)),
        new(T["Đã gửi", "Sent"], nameof(MessageFilter.Sent)),
    ];

    public async Task OnGet(CancellationToken cancel) => Found = await messages.Run(Actor, Filter, Q, After, cancel);
}
