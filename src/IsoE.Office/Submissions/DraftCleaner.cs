using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IsoE.Office.Submissions;

/// <summary>Runs the clean-up a few times a day. Two servers doing it at once do no harm.</summary>
internal sealed class DraftCleaner(DraftCleanup cleanup, TimeProvider clock, ILogger<DraftCleaner> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                log.LogInformation("{Count} drafts removed that nobody has saved for long", await cleanup.Run(stoppingToken));
            }
            catch (Exception e) when (e is IOException or System.Data.Common.DbException)
            {
                log.LogError(e, "Old drafts could not be removed; it is tried again");
            }
        }
    }
}
