using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Instances;
using IsoE.Office.NationalPortal.Adapters;
using IsoE.Office.NationalPortal.Inbox;
using IsoE.Office.NationalPortal.Reconciliation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IsoE.Office.NationalPortal;

public static class NationalPortalRegistration
{
    /// <summary>The exchange with the national portal, for the agencies that receive through it.</summary>
    public static IServiceCollection AddNationalPortal(this IServiceCollection services, OfficeOptions options)
    {
        services.TryAddSingleton(new PortalOptions { Folder = Path.Combine(options.DataDirectory, "outgoing", "portal") });
        services.AddScoped<IErasesBesides, ErasePortalEvents>();
        services.TryAddSingleton(Adapter);
        services.AddSingleton<PortalModes>();
        services.AddProjection<PortalProjection>();
        services.AddScoped<TakePortalEvent>();
        services.AddScoped<ApplyPortalEvent>();
        services.AddScoped<ReadPortal>();
        services.AddScoped<ReconcilePortal>();
        services.AddScoped<PushAgain>();
        services.AddOutboxConsumer<PushStatus>(PortalProjection.PushTopic, new Text("Báo trạng thái lên Cổng Dịch vụ công quốc gia", "Tell the national portal"));
        return services;
    }

    private static IPortalAdapter Adapter(IServiceProvider all) => all.GetRequiredService<PortalOptions>() is { Url: not null } connected
        ? new CloudEventsPortal(connected, Http(), all.GetRequiredService<TimeProvider>())
        : new PortalFolder(all.GetRequiredService<PortalOptions>());

    private static HttpMessageInvoker Http() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
}
