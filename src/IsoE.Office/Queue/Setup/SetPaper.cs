using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Queue.Setup;

/// <summary>Says that a ticket machine is out of paper, or has paper again. Without paper people take their number by phone.</summary>
public sealed class SetPaper(OfficeDb db, OrganisationLog log)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>device-unknown</c>, <c>busy</c>.</exception>
    public async Task Run(Actor actor, string deviceId, bool hasPaper, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ServeQueue);
        var device = await db.Set<QueueDevice>().SingleOrDefaultAsync(row => row.Id == deviceId && row.ClosedAt == null, cancel)
            ?? throw QueueRejections.DeviceUnknown();
        device.HasPaper = hasPaper;
        await log.Save(actor, cancel);
    }
}
