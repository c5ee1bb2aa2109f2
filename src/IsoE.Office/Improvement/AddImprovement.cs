using IsoE.Office.Improvement.Import;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Improvement;

public static class ImprovementRegistration
{
    /// <summary>What the event logs of the agency, and those of others, tell about how work is done.</summary>
    public static IServiceCollection AddImprovement(this IServiceCollection services)
    {
        services.AddSingleton<LogFiles>();
        services.AddScoped<BringLog>();
        services.AddScoped<ReadLog>();
        services.AddScoped<ImportedLogs>();
        services.AddScoped<OwnLog>();
        services.AddScoped<ExportLog>();
        services.AddScoped<MineMap>();
        services.AddScoped<CheckConformance>();
        services.AddScoped<ReadBottlenecks>();
        return services;
    }
}
