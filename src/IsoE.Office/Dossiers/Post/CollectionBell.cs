using IsoE.Workflows;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IsoE.Office.Dossiers.Post;

/// <summary>Has people reminded of what they have not collected, a few times a day.</summary>
internal sealed class CollectionBell(RemindCollection remind, TimeProvider clock, ILogger<CollectionBell> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                log.LogInformation("{Count} results wait beyond a day of reminding", await remind.Run(stoppingToken));
            }
            catch (Exception e) when (e is RejectedException or System.Data.Common.DbException)
            {
                log.LogError(e, "Reminders could not be made; it is tried again");
            }
        }
    }
}
