using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>Ends a delegation at once. What was done under it stands.</summary>
public sealed class RevokeDelegation(OfficeDb db, OrganisationLog log, TimeProvider clock)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>delegation-unknown</c>, <c>delegation-revoked</c>.</exception>
    public async Task Run(Actor actor, string delegationId, CancellationToken cancel)
    {
        var delegation = await db.Set<Delegation>().SingleOrDefaultAsync(row => row.Id == delegationId, cancel)
            ?? throw new RejectedException("delegation-unknown", new Text(
                "Không tìm thấy ủy quyền này.", "There is no such delegation."));
        // Who delegated may always take it back.
        if (delegation.FromPersonId != actor.PersonId) Permit.Require(actor, Right.ApproveDelegation);
        if (delegation.RevokedAt is not null)
            throw new RejectedException("delegation-revoked", new Text(
                "Ủy quyền này đã được thu hồi trước đó.", "The delegation has been revoked before."));
        delegation.RevokedBy = actor.PersonId;
        delegation.RevokedAt = clock.GetUtcNow();
        await log.Save(actor, cancel);
    }
}
