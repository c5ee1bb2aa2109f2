using IsoE.Office.Dossiers;
using IsoE.Office.NationalPortal.Inbox;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.NationalPortal;

/// <summary>Where the exchange with the portal stands.</summary>
/// <param name="Synchronised">Dossiers that the portal is told of.</param>
/// <param name="Waiting">States that wait for an acknowledgement.</param>
/// <param name="GivenUp">States given up after the last attempt; they stand among what could not be delivered.</param>
/// <param name="LastAcknowledgedAt">Null when none was yet.</param>
/// <param name="Inbox">What came in and was refused, or waits for an event before it; the latest first.</param>
public sealed record PortalView(
    PortalMode Mode, int Synchronised, int Waiting, int GivenUp, DateTimeOffset? LastAcknowledgedAt, IReadOnlyList<PortalInboxRow> Inbox);

/// <summary>Reads the state of the exchange.</summary>
public sealed class ReadPortal(OfficeDb db, PortalModes modes)
{
    private const int Most = 100;

    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<PortalView> Run(Actor actor, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReconcilePortal);
        var pushes = db.Outbox.AsNoTracking().Where(row => row.Topic == PortalProjection.PushTopic);
        return new PortalView(
            modes.Of(actor.AgencyId),
            await db.Set<DossierRow>().CountAsync(row => row.Sync != SyncState.Local, cancel),
            await pushes.CountAsync(row => row.Status == OutboxStatus.Pending, cancel),
            await pushes.CountAsync(row => row.Status == OutboxStatus.Dead, cancel),
            await pushes.MaxAsync(row => row.DeliveredAt, cancel),
            await db.Set<PortalInboxRow>().AsNoTracking().Where(row => row.State == PortalInboxState.Refused || row.State == PortalInboxState.Waiting)
                .OrderByDescending(row => row.ReceivedAt).Take(Most).ToListAsync(cancel));
    }
}
