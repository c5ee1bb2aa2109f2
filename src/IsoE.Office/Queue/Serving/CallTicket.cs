using IsoE.Office.Organisation;
using IsoE.Office.Queue.Setup;
using IsoE.Workflows;

namespace IsoE.Office.Queue.Serving;

/// <summary>Calls one number out of turn: somebody who was passed is back, or waits with a reason.</summary>
public sealed class CallTicket(QueueDay day, ReadQueueSetup arranged)
{
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>counter-unknown</c>, <c>counter-busy</c>, <c>ticket-unknown</c>, <c>ticket-not-here</c> when another counter has it.
    /// </exception>
    public async Task Run(Actor actor, int counterNumber, string ticketId, string commandId, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ServeQueue);
        var setup = await arranged.Run(actor.AgencyId, cancel);
        if (setup.OpenCounters.All(each => each.Number != counterNumber)) throw QueueRejections.CounterUnknown();
        await day.Run(actor.AgencyId, actor.PersonId, commandId, step =>
        {
            if (QueueDay.At(step, counterNumber) is { } served) throw QueueRejections.CounterBusy(served.Number);
            var row = step.All<TicketRow>().FirstOrDefault(each => each.Id == ticketId) ?? throw QueueRejections.TicketUnknown();
            if (row.Status is TicketState.Called)
                throw QueueRejections.NotHere(row.Number, new Text($"đang ở quầy {row.Counter}", $"it is at counter {row.Counter}"));
            step.Record(new TicketCalled(row.Id, row.Number, counterNumber, actor.Name));
        }, cancel);
    }
}
