using IsoE.Office;
using IsoE.Office.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IsoE.Web.Demo;

/// <summary>
/// The office with a simulated clock on some database: nothing runs in the background, so what happens is what the
/// scripts do and when they do it.
/// </summary>
public static class SampleOffice
{
    public static ServiceProvider Open(OfficeOptions options, SimulatedClock clock)
    {
        var services = new ServiceCollection();
        services.AddLogging(log => log.AddConsole().SetMinimumLevel(LogLevel.Error));
        services.AddSingleton<TimeProvider>(clock);
        services.AddOffice(options);
        services.RemoveAll<IHostedService>();
        return services.BuildServiceProvider();
    }
}
