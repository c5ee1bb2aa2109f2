using IsoE.Office.Organisation;
using IsoE.Office.Queue.Serving;
using IsoE.Office.Queue.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Queue;

/// <summary>The desk of a counter: who is here, who waits, and the buttons to call.</summary>
public sealed class IndexModel(
    ReadQueue queue, ReadQueueSetup setup, CallNext next, CallTicket call, RecallTicket recall, PassTicket pass, FinishTicket finish,
    TransferTicket transfer, SetPaper paper, TimeProvider clock) : Screen
{
    private const string CounterCookie = "counter";

    /// <summary>Number of the counter the person sits at; kept in a cookie of the browser.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Counter { get; set; }

    [BindProperty]
    public string TicketId { get; set; } = "";

    [BindProperty]
    public string? Field { get; set; }

    public QueueState Queue { get; private set; } = null!;
    public QueueCounter? Here { get; private set; }
    public IReadOnlyList<QueueDevice> Machines { get; private set; } = [];
    public DateTimeOffset Now { get; private set; }

    /// <summary>The number at this counter.</summary>
    public TicketRow? Current => Here is null ? null : Queue.At(Here.Number);

    public IEnumerable<TicketRow> Waiting => Queue.Waiting.Where(ticket => Here!.FieldCodes.Contains(ticket.FieldCode));

    public IEnumerable<SelectListItem> OtherFields =>
        Queue.Setup.OpenFields.Where(each => each.Code != Current?.FieldCode).Select(each => new SelectListItem($"{each.Prefix} – {T[each.Name]}", each.Code));

    public string FieldOf(TicketRow ticket) => Queue.Setup.FindField(ticket.FieldCode) is { } field ? T[field.Name] : ticket.FieldCode;

    public string? PriorityOf(TicketRow ticket) => Queue.Setup.FindGroup(ticket.Priority) is { } group ? T[group.Name] : null;

    /// <summary>Whole minutes since the number stands as it stands.</summary>
    public long MinutesOf(TicketRow ticket) => (long)(Now - ticket.Since).TotalMinutes;

    public async Task OnGet(CancellationToken cancel)
    {
        if (Counter is { } chosen)
            Response.Cookies.Append(CounterCookie, $"{chosen}", new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(365) });
        else if (int.TryParse(Request.Cookies[CounterCookie], out var kept)) Counter = kept;
        await Load(cancel);
    }

    /// <summary>The lists alone, read again while the page is open.</summary>
    public async Task<IActionResult> OnGetLists(CancellationToken cancel)
    {
        await Load(cancel);
        return Here is null ? NotFound() : Partial("_Lists", this);
    }

    public Task<IActionResult> OnPostNext(CancellationToken cancel) => Do(counter => next.Run(Actor, counter, CommandId, cancel), cancel);

    public Task<IActionResult> OnPostCall(CancellationToken cancel) => Do(counter => call.Run(Actor, counter, TicketId, CommandId, cancel), cancel);

    public Task<IActionResult> OnPostRecall(CancellationToken cancel) => Do(counter => recall.Run(Actor, counter, TicketId, CommandId, cancel), cancel);

    public Task<IActionResult> OnPostPass(CancellationToken cancel) => Do(counter => pass.Run(Actor, counter, TicketId, CommandId, cancel), cancel);

    public Task<IActionResult> OnPostFinish(CancellationToken cancel) => Do(counter => finish.Run(Actor, counter, TicketId, CommandId, cancel), cancel);

    public Task<IActionResult> OnPostTransfer(CancellationToken cancel) => Do(counter => transfer.Run(Actor, counter, TicketId, Field ?? "", CommandId, cancel), cancel);

    public Task<IActionResult> OnPostPaper(string device, bool hasPaper, CancellationToken cancel) =>
        Do(_ => paper.Run(Actor, device, hasPaper, cancel), cancel);

    private Task<IActionResult> Do(Func<int, Task> command, CancellationToken cancel) => Attempt(
        async () =>
        {
            await command(Counter ?? 0);
            return RedirectToPage("/Queue/Index", new { Counter });
        },
        () => Load(cancel));

    private async Task Load(CancellationToken cancel)
    {
        Permit.Require(Actor, Right.ServeQueue);
        NewCommand();
        Now = clock.GetUtcNow();
        Queue = await queue.Run(Actor.AgencyId, cancel);
        Here = Queue.Setup.OpenCounters.FirstOrDefault(counter => counter.Number == Counter);
        Machines = [.. (await setup.Devices(Actor.AgencyId, cancel)).Where(device => device.Kind is DeviceKind.Kiosk)];
    }
}
