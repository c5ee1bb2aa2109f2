using IsoE.Office.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Seals;

public static class SealsRegistration
{
    public static IServiceCollection AddSeals(this IServiceCollection services)
    {
        services.AddSealedFiles("attachment", "attachment");
        services.AddSingleton<SealLog>();
        services.AddSingleton<SealingKeys>();
        services.AddSingleton<SealHistory>();
        services.AddSingleton<VerifySeals>();
        services.AddScoped<ReadSeals>();
        services.AddScoped<RenewSealingKey>();
        services.AddChore<SealDaily>();
        return services;
    }

    /// <summary>Has the files that a table names sealed with everything else.</summary>
    /// <param name="kind">Name in the entries of the seal.</param>
    /// <param name="table">See <see cref="SealedFiles"/>.</param>
    public static IServiceCollection AddSealedFiles(this IServiceCollection services, string kind, string table) =>
        services.AddSingleton(new SealedFiles(kind, table));
}
