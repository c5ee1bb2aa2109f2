using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Queue.Serving;

/// <summary>Ends the service of the number at a counter without calling the next.</summary>
public sealed class FinishTicket(QueueDay day)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>ticket-unknown</c>, <c>ticket-not-here</c>.</exception>
    public Task Run(Actor actor, int counter, string ticketId, string commandId, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ServeQueue);
        return day.Run(actor.AgencyId, actor.PersonId, commandId, step =>
        {
            var row = QueueDay.Get(step, ticketId, counter);
            step.Record(new TicketFinished(row.Id, row.Number, counter));
        }, cancel);
    }
}
