using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IsoE.Office.Storage.Attachments;

/// <summary>Runs the clean-up a few times a day. Two servers doing it at once do no harm.</summary>
internal sealed class AttachmentCleaner(AttachmentCleanup cleanup, TimeProvider clock, ILogger<AttachmentCleaner> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                log.LogInformation("{Count} files without a row removed", await cleanup.Run(stoppingToken));
            }
            catch (Exception e) when (e is IOException or System.Data.Common.DbException)
            {
                log.LogError(e, "Files without a row could not be removed; it is tried again");
            }
        }
    }
}
