using IsoE.Office;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Migrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IsoE.Benchmarks.Bed;

/// <summary>The whole office as the web host builds it, without the host: its background work runs only when called.</summary>
internal sealed class BenchOffice : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private BenchOffice(ServiceProvider services, MovableClock clock)
    {
        _services = services;
        Clock = clock;
    }

    public MovableClock Clock { get; }

    public static async Task<BenchOffice> Open(
        OfficeOptions options, Action<IServiceCollection>? configure = null, DateTimeOffset? at = null)
    {
        var clock = new MovableClock(at ?? MovableClock.Morning);
        var services = new ServiceCollection().AddLogging(log => log.SetMinimumLevel(LogLevel.Error));
        services.AddSingleton<TimeProvider>(clock);
        services.AddOffice(options);
        configure?.Invoke(services);
        var office = new BenchOffice(services.BuildServiceProvider(), clock);
        await office.Get<DatabaseSchema>().Migrate(CancellationToken.None);
        return office;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A scope in which an agency has been entered, as each request has one.</summary>
    public AsyncServiceScope Enter(string agencyId)
    {
        var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAgency>().Enter(agencyId);
        return scope;
    }

    /// <summary>The database over all agencies.</summary>
    public OfficeDb OpenDb() => Get<IDbContextFactory<OfficeDb>>().CreateDbContext();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
