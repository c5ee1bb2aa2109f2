using IsoE.Office.Organisation;
using IsoE.Office.Queue.Setup;
using IsoE.Workflows;

namespace IsoE.Office.Queue.Serving;

/// <summary>Calls the next number to a counter, by the order of <see cref="QueueOrder"/>; whoever was served there is finished.</summary>
public sealed class CallNext(QueueDay day, ReadQueueSetup arranged)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>counter-unknown</c>, <c>queue-empty</c>; then whoever is at the counter stays.</exception>
    public async Task Run(Actor actor, int counterNumber, string commandId, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ServeQueue);
        var setup = await arranged.Run(actor.AgencyId, cancel);
        var counter = setup.OpenCounters.FirstOrDefault(each => each.Number == counterNumber) ?? throw QueueRejections.CounterUnknown();
        await day.Run(actor.AgencyId, actor.PersonId, commandId, step =>
        {
            var next = QueueOrder.Next(step.All<TicketRow>(), counter) ?? throw Empty();
            if (QueueDay.At(step, counterNumber) is { } served) step.Record(new TicketFinished(served.Id, served.Number, counterNumber));
            step.Record(new TicketCalled(next.Id, next.Number, counterNumber, actor.Name));
        }, cancel);
    }

    private static RejectedException Empty() => new("queue-empty", new Text(
        "Không còn ai chờ ở các lĩnh vực của quầy này.", "Nobody waits for the fields of this counter."));
}
