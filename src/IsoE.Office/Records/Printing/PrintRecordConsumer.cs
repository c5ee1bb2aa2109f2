using IsoE.Office.Storage.Outbox;

namespace IsoE.Office.Records.Printing;

/// <summary>Prints records after the step that issued them has committed; a worker that dies is asked again.</summary>
internal sealed class PrintRecordConsumer(PrintRecord print) : IOutboxConsumer
{
    public async Task Deliver(OutboxItem item, CancellationToken cancel) => await print.Run(item.Key, cancel);
}
