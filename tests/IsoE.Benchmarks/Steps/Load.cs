using System.Diagnostics;
using IsoE.Benchmarks.Bed;

namespace IsoE.Benchmarks.Steps;

/// <summary>Clients that work at the same time, each on dossiers of its own, step after step.</summary>
internal static class Load
{
    /// <param name="work">Works on one dossier and returns how many steps it took.</param>
    /// <param name="server">Null when the database works inside this process.</param>
    public static async Task<Measured> Run<T>(int clients, IReadOnlyList<T> dossiers, Func<T, Task<int>> work, PostgresServer? server)
    {
        var (next, steps) = (-1, 0);
        var process = Process.GetCurrentProcess();
        var (own, theirs) = (process.TotalProcessorTime, server?.CpuTime() ?? TimeSpan.Zero);
        var allocated = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(Client)));
        watch.Stop();
        process.Refresh();
        return new Measured(
            steps / watch.Elapsed.TotalSeconds,
            (process.TotalProcessorTime - own).TotalMilliseconds / steps,
            ((server?.CpuTime() ?? TimeSpan.Zero) - theirs).TotalMilliseconds / steps,
            (GC.GetTotalAllocatedBytes() - allocated) / 1024.0 / steps);

        async Task Client()
        {
            while (Interlocked.Increment(ref next) is var i && i < dossiers.Count)
                Interlocked.Add(ref steps, await work(dossiers[i]));
        }
    }
}

/// <summary>What one run of a load took, by step.</summary>
internal sealed record Measured(double StepsPerSecond, double ClientMilliseconds, double ServerMilliseconds, double Kilobytes)
{
    public static Measured MedianOf(IReadOnlyCollection<Measured> runs) => new(
        Median(runs.Select(r => r.StepsPerSecond)),
        Median(runs.Select(r => r.ClientMilliseconds)),
        Median(runs.Select(r => r.ServerMilliseconds)),
        Median(runs.Select(r => r.Kilobytes)));

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt((values.Count() - 1) / 2);
}
