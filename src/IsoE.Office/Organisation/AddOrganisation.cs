using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Organisation;

public static class OrganisationRegistration
{
    /// <summary>Agencies, people and what they may do.</summary>
    public static IServiceCollection AddOrganisation(this IServiceCollection services)
    {
        services.AddScoped<OrganisationAsOf>();
        services.AddScoped<ResolveActor>();
        services.AddScoped<AgencyStaff>();
        services.AddScoped<StandIns>();
        services.AddScoped<RoleHolders>();
        services.AddScoped<GrantDelegation>();
        services.AddScoped<RevokeDelegation>();
        services.AddScoped<OrganisationLog>();
        services.AddScoped<ReadOrganisationLog>();
        services.AddScoped<NoteRead>();
        services.AddScoped<SavePerson>();
        services.AddScoped<OpenAccount>();
        services.AddScoped<OpenFirstAccount>();
        services.AddScoped<ChangePassword>();
        services.AddScoped<SaveAgency>();
        services.AddScoped<SaveUnit>();
        services.AddScoped<CloseUnit>();
        services.AddScoped<SavePosition>();
        services.AddScoped<ClosePosition>();
        services.AddScoped<GiveRole>();
        services.AddScoped<InviteAuditor>();
        services.AddScoped<EndRole>();
        services.AddScoped<FoundAgency>();
        return services;
    }
}
