using IsoE.Office.Quality.Figures;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Reports;

public static class ReportsRegistration
{
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.AddScoped<ReadOverview>();
        services.AddScoped<ReadCompliance>();
        services.AddScoped<IQualityFigure, OnTimeFigure>();
        services.AddScoped<IQualityFigure, ApologyFigure>();
        services.AddScoped<EstimateServiceIndex>();
        services.AddScoped<ReadYear>();
        services.AddScoped<ReadAnswered>();
        services.AddScoped<PrintCompliance>();
        services.AddScoped<PrintRegister>();
        services.AddScoped<PrintCashDay>();
        services.AddScoped<PrintMove>();
        return services;
    }
}
