using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>Ends a role of a person: they hold it up to and including the last day.</summary>
public sealed class EndRole(OfficeDb db, OrganisationLog log, TimeProvider clock)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>role-not-held</c>, <c>role-dates</c>.</exception>
    public async Task Run(Actor actor, string personRoleId, DateOnly lastOn, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ChangeOrganisation);
        var role = await db.Set<PersonRole>().SingleOrDefaultAsync(row => row.Id == personRoleId && row.ToOn == null, cancel)
            ?? throw new RejectedException("role-not-held", new Text(
                "Vai trò này không còn hiệu lực.", "The role is not in force any more."));
        if (lastOn < role.FromOn)
            throw new RejectedException("role-dates", new Text(
                "Ngày kết thúc phải từ ngày bắt đầu trở đi.", "The last day cannot lie before the first."))
            { Field = "ToOn" };
        role.ToOn = lastOn;
        role.EndedBy = actor.PersonId;
        role.EndedAt = clock.GetUtcNow();
        await log.Save(actor, cancel);
    }
}
