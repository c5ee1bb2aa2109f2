using IsoE.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IsoE.Office.Storage;

/// <summary>Work that comes round by itself. Two servers doing it at once do no harm.</summary>
public interface IChore
{
    /// <summary>Time between two rounds; the first comes that long after the start.</summary>
    static abstract TimeSpan Every { get; }

    /// <returns>How many things it was done to.</returns>
    Task<int> Run(CancellationToken cancel);
}

public static class ChoreRegistration
{
    /// <summary>Has a chore done for as long as the program runs.</summary>
    public static IServiceCollection AddChore<T>(this IServiceCollection services)
        where T : class, IChore
    {
        services.TryAddSingleton<T>();
        return services.AddHostedService<ChoreBell<T>>();
    }
}

/// <summary>Rings for a chore. One that fails is tried again at its next time.</summary>
internal sealed class ChoreBell<T>(T chore, TimeProvider clock, ILogger<T> log) : BackgroundService
    where T : class, IChore
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(T.Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                log.LogInformation("{Chore}: {Count} done", typeof(T).Name, await chore.Run(stoppingToken));
            }
            catch (Exception e) when (e is RejectedException or IOException or System.Data.Common.DbException)
            {
                log.LogError(e, "{Chore} failed; it is tried again", typeof(T).Name);
            }
        }
    }
}
