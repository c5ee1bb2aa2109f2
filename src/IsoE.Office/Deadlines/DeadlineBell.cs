using Quartz;

namespace IsoE.Office.Deadlines;

/// <summary>Rings every few seconds; of all servers of a cluster one hears it. It holds no truth: the due rows do.</summary>
[DisallowConcurrentExecution]
internal sealed class DeadlineBell(DeadlineSweep sweep, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await sweep.Run(clock.GetUtcNow(), cancellationToken);
}
