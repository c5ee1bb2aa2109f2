using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Queue.Setup;

/// <summary>From now on the address of a device opens nothing, for example because it has become known.</summary>
public sealed class CloseDevice(OfficeDb db, OrganisationLog log, TimeProvider clock)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>device-unknown</c>, <c>busy</c>.</exception>
    public async Task Run(Actor actor, string deviceId, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ChangeQueue);
        var device = await db.Set<QueueDevice>().SingleOrDefaultAsync(row => row.Id == deviceId && row.ClosedAt == null, cancel)
            ?? throw QueueRejections.DeviceUnknown();
        device.ClosedAt = Instant.ToStored(clock.GetUtcNow());
        await log.Save(actor, cancel);
    }
}
