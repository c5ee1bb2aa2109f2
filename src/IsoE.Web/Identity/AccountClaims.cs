using System.Security.Claims;
using IsoE.Office.Organisation;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IsoE.Web.Identity;

/// <summary>Puts agency and person into the sign-in cookie. Roles are not in it: they are read anew with each request.</summary>
public sealed class AccountClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    public const string Agency = "agency";
    public const string Person = "person";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Agency, user.AgencyId));
        identity.AddClaim(new Claim(Person, user.PersonId));
        return identity;
    }
}
