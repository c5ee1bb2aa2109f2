using IsoE.Office.Deadlines;
using IsoE.Office.Instances;
using IsoE.Office.Instances.Incidents;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Messages;

/// <summary>Takes something that was given up for oneself: everybody sees who answers for it. Who takes it later answers instead.</summary>
public sealed class TakeUndelivered(OfficeDb db, ListUndelivered undelivered, InstanceRunner instances)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>delivered</c>: it has gone meanwhile.</exception>
    public async Task Run(Actor actor, string id, string commandId, CancellationToken cancel)
    {
        var item = (await undelivered.Run(actor, id, cancel)).SingleOrDefault() ?? throw new RejectedException("delivered", new Text(
            "Việc này không còn nằm trong danh sách chưa gửi được: người khác đã cho gửi lại.",
            "It is no longer among what could not be delivered: somebody else has had it sent again."));
        await instances.Run(
            new StepRequest(actor.AgencyId, item.InstanceId, $"take:{commandId}", actor.PersonId),
            step => step.Record(new DeliveryTaken(item.Id, item.What, actor.Name)),
            cancel);
        await db.Outbox.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(x => x.Owner, actor.Name), cancel);
        await db.Set<DueRow>().Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(x => x.Owner, actor.Name), cancel);
    }
}
