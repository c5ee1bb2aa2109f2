using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Queue.Serving;

/// <summary>Calls the number at a counter once more.</summary>
public sealed class RecallTicket(QueueDay day)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>ticket-unknown</c>, <c>ticket-not-here</c>.</exception>
    public Task Run(Actor actor, int counter, string ticketId, string commandId, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ServeQueue);
        return day.Run(actor.AgencyId, actor.PersonId, commandId, step =>
        {
            var row = QueueDay.Get(step, ticketId, counter);
            step.Record(new TicketRecalled(row.Id, row.Number, counter));
        }, cancel);
    }
}
