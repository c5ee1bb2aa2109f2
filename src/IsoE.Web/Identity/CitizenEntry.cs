using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Identity;

/// <summary>On the pages of citizens: reads whom the cookie names, and enters the agency that the address names.</summary>
public sealed class CitizenEntry(RequestDelegate next)
{
    public const string Path = "/Citizen";

    public async Task Invoke(HttpContext context, Citizen citizen, CurrentAgency current, OfficeDb db)
    {
        if (context.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase))
        {
            citizen.Enter((await context.AuthenticateAsync(Citizen.Scheme)).Principal);
            if (context.GetRouteValue("agency") is string agency && await db.Set<Agency>().AnyAsync(row => row.Id == agency, context.RequestAborted))
                current.Enter(agency);
        }

        await next(context);
    }
}
