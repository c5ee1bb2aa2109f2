using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Queue.Setup;

/// <summary>The device behind an address, across agencies.</summary>
public sealed class FindDevice(OfficeDb db)
{
    /// <summary>The device with this secret and of this kind; null when there is none or its address has been closed.</summary>
    public Task<QueueDevice?> Run(string secret, DeviceKind kind, CancellationToken cancel)
    {
        var hash = QueueDevice.HashOf(secret);
        return db.Set<QueueDevice>().IgnoreQueryFilters([OfficeDb.AgencyFilter]).AsNoTracking()
            .SingleOrDefaultAsync(row => row.SecretHash == hash && row.Kind == kind && row.ClosedAt == null, cancel);
    }
}
