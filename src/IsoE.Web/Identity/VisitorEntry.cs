using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Identity;

/// <summary>
/// Turns the sign-in cookie into the person of today: enters the agency, reads the roles. Somebody who has left the
/// agency is signed out by it.
/// </summary>
public sealed class VisitorEntry(RequestDelegate next)
{
    public async Task Invoke(HttpContext context, Visitor visitor, CurrentAgency current, ResolveActor resolve, OfficeDb db)
    {
        var agencyId = context.User.FindFirst(AccountClaims.Agency)?.Value;
        var personId = context.User.FindFirst(AccountClaims.Person)?.Value;
        if (agencyId is not null && personId is not null)
        {
            try
            {
                current.Enter(agencyId);
                var actor = await resolve.Run(agencyId, personId, context.RequestAborted);
                var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == agencyId, context.RequestAborted);
                visitor.Enter(actor, agency);
            }
            catch (RejectedException)
            {
                await context.SignOutAsync(IdentityConstants.ApplicationScheme);
                context.Response.Redirect("/Session/SignIn");
                return;
            }
        }

        await next(context);
    }
}
