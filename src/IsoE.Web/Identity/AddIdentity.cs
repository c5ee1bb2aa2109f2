using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IsoE.Web.Identity;

public static class IdentityRegistration
{
    /// <summary>Name of the cookie by which staff are signed in.</summary>
    public const string StaffCookie = "session";

    /// <summary>Sign-in by cookie against the accounts of the office; five failures lock an account for fifteen minutes.</summary>
    public static void AddIdentity(this IServiceCollection services)
    {
        services.AddScoped<Visitor>();
        services.AddScoped<Citizen>();
        services.AddScoped<VisitorLibrary>();
        services.AddDataProtection().SetApplicationName("IsoE");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, ProtectionKeys>();
        services.AddSingleton<SetupLink>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddAuthentication().AddCookie(Citizen.Scheme, cookie =>
        {
            cookie.Cookie.Name = "citizen";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
        });
        services.AddIdentityCore<Account>(Configure)
            .AddEntityFrameworkStores<OfficeDb>()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddSignInManager();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = StaffCookie;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.LoginPath = "/Session/SignIn";
            cookie.LogoutPath = "/Session/SignOut";
            cookie.ReturnUrlParameter = "back";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
            cookie.SlidingExpiration = true;
            cookie.Events.OnRedirectToLogin = context => Answer(context.Request, context.Response, context.RedirectUri, 401);
            cookie.Events.OnRedirectToAccessDenied = context => Answer(context.Request, context.Response, null, 403);
        });
        services.AddRightPolicies();
    }

    private static void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = false;
        options.Password.RequiredLength = 10;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequiredUniqueChars = 5;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    }

    /// <summary>Pages send people to sign in; the API and pages' parts answer with the bare status.</summary>
    private static Task Answer(HttpRequest request, HttpResponse response, string? signIn, int status)
    {
        var isPage = !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        if (isPage && signIn is not null && request.Headers.ContainsKey("HX-Request")) response.Headers["HX-Redirect"] = signIn;
        else if (isPage && signIn is not null) response.Redirect(signIn);
        else response.StatusCode = status;
        return Task.CompletedTask;
    }
}
