using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Signatures;

/// <summary>Has nothing signed any more by a key: its token is lost, its holder changed. What it signed stays signed.</summary>
public sealed class RemoveSigningKey(OfficeDb db, OrganisationLog log, TimeProvider clock)
{
    /// <exception cref="RejectedException"><c>signing-key-missing</c>, <c>not-allowed</c>.</exception>
    public async Task Run(Actor actor, string id, CancellationToken cancel)
    {
        var key = await db.Set<SigningKeyRow>().SingleOrDefaultAsync(row => row.Id == id && row.RemovedAt == null, cancel) ?? throw SigningRejections.NoKey();
        if (key.IsSeal) Permit.Require(actor, Right.SealResult);
        else if (key.PersonId != actor.PersonId) throw SigningRejections.NoKey();
        key.RemovedAt = Instant.ToStored(clock.GetUtcNow());
        await log.Save(actor, cancel);
    }
}
