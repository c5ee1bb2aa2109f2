using IsoE.Office.Instances;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IsoE.Office.Tests.TestBed;

/// <summary>A whole office on a database of its own, with a clock the test sets.</summary>
public sealed class TestOffice : IAsyncDisposable
{
    public const string Agency = "xa-mau";

    private readonly TestDatabase? _database;
    private readonly ServiceProvider _services;

    private TestOffice(TestDatabase? database, ServiceProvider services, TestClock clock)
    {
        _database = database;
        _services = services;
        Clock = clock;
    }

    public TestClock Clock { get; }

    public IServiceProvider Services => _services;

    public InstanceRunner Runner => Get<InstanceRunner>();

    public InstanceHistory History => Get<InstanceHistory>();

    public OfficeOptions Options => Get<OfficeOptions>();

    /// <param name="configure">Adds the events, projections and rows of the test.</param>
    public static async Task<TestOffice> Start(
        DatabaseKind kind, Action<IServiceCollection>? configure = null, Action<CommitMoment>? observer = null)
    {
        var database = await TestDatabase.Create(kind);
        var clock = new TestClock();
        return new TestOffice(database, Build(database.Options with { CommitObserver = observer }, clock, configure), clock);
    }

    /// <summary>A second server on the same database.</summary>
    public TestOffice StartNode(Action<IServiceCollection>? configure = null) =>
        new(null, Build(Options with { CommitObserver = null }, Clock, configure), Clock);

    /// <summary>A server on the same database with all its jobs running.</summary>
    public async Task<IHost> StartServer(CancellationToken cancel)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        Configure(builder.Services, Options, Clock, null);
        var host = builder.Build();
        await host.StartAsync(cancel);
        return host;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A scope in which an agency has been entered.</summary>
    public IServiceScope Enter(string agencyId = Agency)
    {
        var scope = _services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentAgency>().Enter(agencyId);
        return scope;
    }

    /// <summary>The database over all agencies.</summary>
    public OfficeDb OpenDb() => Get<IDbContextFactory<OfficeDb>>().CreateDbContext();

    public string NewId() => RowId.New(Clock.Now);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _database?.Dispose();
    }

    private static ServiceProvider Build(OfficeOptions options, TestClock clock, Action<IServiceCollection>? configure)
    {
        var services = new ServiceCollection();
        Configure(services, options, clock, configure);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    private static void Configure(IServiceCollection services, OfficeOptions options, TestClock clock, Action<IServiceCollection>? configure)
    {
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddOffice(options);
        services.AddSingleton<DefinitionSource>(TestDefinitions.Get);
        configure?.Invoke(services);
    }
}
