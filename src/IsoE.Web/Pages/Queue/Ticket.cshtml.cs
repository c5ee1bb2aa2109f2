using IsoE.Office.Queue.Serving;
using IsoE.Web.Documents;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Queue;

/// <summary>The number on its holder's phone: how many are before, and which counter calls.</summary>
[ResponseCache(NoStore = true)]
public sealed class TicketModel(ReadQueue queue, PrintTicket print) : Screen
{
    public TicketRow Ticket { get; private set; } = null!;
    public QueueState Queue { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string secret, CancellationToken cancel)
    {
        if (!await Load(secret, cancel)) return NotFound();
        return WantsPart ? Partial("_Ticket", this) : Page();
    }

    public async Task<IActionResult> OnGetPdf(string secret, CancellationToken cancel) =>
        await Load(secret, cancel) ? (await print.Run(Ticket, cancel)).Shown() : NotFound();

    /// <summary>Whether the number is of a day gone by.</summary>
    public bool IsOver => Ticket.Status is TicketState.Finished || Queue.Tickets.All(each => each.Id != Ticket.Id);

    private async Task<bool> Load(string secret, CancellationToken cancel)
    {
        if (await queue.Find(secret, cancel) is not { } ticket) return false;
        (Ticket, Queue) = (ticket, await queue.Run(ticket.AgencyId, cancel));
        return true;
    }
}
