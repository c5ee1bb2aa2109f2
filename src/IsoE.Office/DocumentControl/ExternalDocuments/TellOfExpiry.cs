using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.DocumentControl.ExternalDocuments;

/// <summary>The first day without a text has come: its history says which procedures rest on it; a message goes to the ISO secretary.</summary>
internal sealed class TellOfExpiry(OfficeDb db, ExternalDocumentList documents, InstanceRunner instances) : IOutboxConsumer
{
    public async Task Deliver(OutboxItem item, CancellationToken cancel)
    {
        var row = await db.Set<ExternalDocumentRow>().AsNoTracking().SingleAsync(each => each.InstanceId == item.InstanceId, cancel);
        // Its last day may have been moved since the bell was set.
        if (row.EffectiveTo is not { } last || last >= documents.Today) return;
        var key = ExternalDocumentRow.Key(row.Number);
        var citedBy = (await documents.ExpiredByProcedure(item.AgencyId, cancel))
            .Where(group => group.Any(text => ExternalDocumentRow.Key(text.Number) == key)).Select(group => group.Key).Order(StringComparer.Ordinal).ToList();
        await instances.Run(
            new StepRequest(item.AgencyId, item.InstanceId, item.CommandId, StepRequest.System),
            step => step.Record(new ExternalDocumentExpired(row.Number, last, row.ReplacedBy, citedBy)),
            cancel);
    }
}
