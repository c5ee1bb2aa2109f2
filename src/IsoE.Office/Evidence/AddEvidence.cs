using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Evidence;

public static class EvidenceRegistration
{
    public static IServiceCollection AddEvidence(this IServiceCollection services)
    {
        services.AddScoped<ExportPack>();
        services.AddScoped<DrawSample>();
        services.AddScoped<ReadAsOf>();
        return services;
    }
}
