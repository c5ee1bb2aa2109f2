using IsoE.Office.Organisation;
using IsoE.Office.Queue.Setup;
using IsoE.Workflows;

namespace IsoE.Office.Queue.Serving;

/// <summary>Sends the person at a counter to another field, under the same number and with the place the waiting so far gives.</summary>
public sealed class TransferTicket(QueueDay day, ReadQueueSetup arranged)
{
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>queue-field-unknown</c>, <c>same-field</c>, <c>ticket-unknown</c>, <c>ticket-not-here</c>.
    /// </exception>
    public async Task Run(Actor actor, int counter, string ticketId, string toField, string commandId, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ServeQueue);
        var setup = await arranged.Run(actor.AgencyId, cancel);
        if (setup.OpenFields.All(field => field.Code != toField)) throw QueueRejections.FieldUnknown();
        await day.Run(actor.AgencyId, actor.PersonId, commandId, step =>
        {
            var row = QueueDay.Get(step, ticketId, counter);
            if (row.FieldCode == toField) throw SameField(row.Number);
            step.Record(new TicketTransferred(row.Id, row.Number, row.FieldCode, toField));
        }, cancel);
    }

    private static RejectedException SameField(string number) => new("same-field", new Text(
        $"Số {number} đang ở lĩnh vực này. Hãy chọn lĩnh vực khác.", $"Number {number} is in this field already. Choose another one."))
    { Field = "Field" };
}
