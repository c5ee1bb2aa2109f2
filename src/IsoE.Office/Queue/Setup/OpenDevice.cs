using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;

namespace IsoE.Office.Queue.Setup;

/// <summary>Gives a device of the hall an address of its own.</summary>
public sealed class OpenDevice(OfficeDb db, OrganisationLog log, TimeProvider clock)
{
    /// <returns>The secret part of its address, to be shown once.</returns>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>name-missing</c>, <c>busy</c>.</exception>
    public async Task<string> Run(Actor actor, DeviceKind kind, string name, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ChangeQueue);
        var (place, _) = SaveUnit.Names(name, null);
        var secret = Secrets.New();
        var at = Instant.ToStored(clock.GetUtcNow());
        db.Add(new QueueDevice
        {
            AgencyId = actor.AgencyId,
            Id = RowId.New(at),
            Kind = kind,
            Name = place,
            SecretHash = QueueDevice.HashOf(secret),
            MadeAt = at,
        });
        await log.Save(actor, cancel);
        return secret;
    }
}
