using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace IsoE.Web.Identity;

/// <summary>Somebody of the public who has proven a telephone or e-mail in this browser. Not an account of the staff.</summary>
public sealed class Citizen
{
    /// <summary>The authentication scheme, apart from that of the staff: both may be signed in.</summary>
    public const string Scheme = "citizen";

    private const string ContactClaim = "contact";

    /// <summary>What was proven; null before.</summary>
    public string? Contact { get; private set; }

    internal void Enter(ClaimsPrincipal? principal) => Contact = principal?.FindFirst(ContactClaim)?.Value;

    public static Task SignIn(HttpContext context, string contact) =>
        context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ContactClaim, contact)], Scheme)));

    public static Task SignOut(HttpContext context) => context.SignOutAsync(Scheme);
}
