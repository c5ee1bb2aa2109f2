using System.Data.Common;
using IsoE.Workflows;
using Microsoft.Extensions.Logging;
using Quartz;

namespace IsoE.Office.Seals;

/// <summary>Seals once a day; rung every hour, so that a server that was off at midnight makes up for it.</summary>
[DisallowConcurrentExecution]
internal sealed class DailySeal(SealHistory seal, ILogger<DailySeal> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            var made = await seal.RunDaily(cancellationToken);
            if (made > 0) log.LogInformation("{Count} agencies sealed", made);
        }
        catch (Exception e) when (e is RejectedException or DbException or IOException)
        {
            log.LogError(e, "The seal of the day could not be made; it is tried again in an hour");
        }
    }
}
