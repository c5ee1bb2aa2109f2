using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Storage.Outbox;

namespace IsoE.Office.Instances;

/// <summary>Removes the bytes of files after the step that erased their instance has committed.</summary>
/// <remarks>A file that something else still has stays, and so does one that somebody is just handing in again. Doing it twice does nothing.</remarks>
internal sealed class RemoveErasedFiles(OfficeDb db, AttachmentStore store, IEnumerable<KeptFiles> kept, TimeProvider clock) : IOutboxConsumer
{
    public const string Topic = "remove-erased-files";

    public async Task Deliver(OutboxItem item, CancellationToken cancel)
    {
        var erased = OfficeJson.Read<ErasedFiles>(item.Payload);
        foreach (var hash in erased.Files)
            if (store.Has(hash) && !await KeptFiles.Refers(kept, db, hash, null, cancel)) store.Remove(hash, clock.GetUtcNow());
    }
}

/// <param name="Files">SHA-256, lower-case hexadecimal.</param>
internal sealed record ErasedFiles(IReadOnlyList<string> Files);
