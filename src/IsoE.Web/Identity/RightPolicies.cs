using IsoE.Office.Organisation;
using Microsoft.AspNetCore.Authorization;

namespace IsoE.Web.Identity;

/// <summary>One policy per right of the office, named by its code: pages and API ask the same table as the commands.</summary>
public static class RightPolicies
{
    public static void AddRightPolicies(this IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, RightCheck>();
        services.AddAuthorization(options =>
        {
            foreach (var right in Rights.All)
                options.AddPolicy(right.Code, policy => policy.RequireAuthenticatedUser().AddRequirements(new HasRight(right)));
        });
    }

    private sealed record HasRight(Right Right) : IAuthorizationRequirement;

    private sealed class RightCheck(Visitor visitor) : AuthorizationHandler<HasRight>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, HasRight requirement)
        {
            if (visitor.May(requirement.Right)) context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }
}
