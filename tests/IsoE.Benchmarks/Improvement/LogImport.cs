using System.Diagnostics;
using IsoE.Benchmarks.Bed;
using IsoE.Office.Improvement.Import;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Benchmarks.Improvement;

/// <summary>Imports an event log of a given size, as a table and as XES, and watches time and memory.</summary>
internal static class LogImport
{
    /// <summary>Beyond this much managed memory an import does not count as bounded.</summary>
    private const double MostMegabytes = 600;

    /// <returns>Whether everything was read, in bounded memory.</returns>
    public static async Task<bool> Run(int megabytes)
    {
        var table = new Table(FormattableString.Invariant($"Import of an event log of {megabytes:N0} MB"), "form", "cases", "events", "write s", "import s", "MB/s", "heap MB", "process MB");
        var reached = true;
        foreach (var form in new[] { "csv", "xes" }) reached &= await Import(form, megabytes * 1024L * 1024L, table);
        table.Print();
        return reached;
    }

    private static async Task<bool> Import(string form, long bytes, Table table)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.FullName, $"log.{form}");
        var watch = Stopwatch.StartNew();
        var (cases, events) = form == "csv" ? LargeLog.WriteCsv(path, bytes) : LargeLog.WriteXes(path, bytes);
        var written = watch.Elapsed.TotalSeconds;
        await using var office = await BenchOffice.Open(OfficeOptions.Sqlite(folder.FullName));
        await using var scope = office.Enter(DossierLife.Agency);
        var actor = new Actor(DossierLife.Agency, "q1", "Lê Thị Sen", [new Grant(Roles.Qmr)]);
        using var memory = new PeakMemory();
        watch.Restart();
        await using var content = File.OpenRead(path);
        var brought = await scope.ServiceProvider.GetRequiredService<BringLog>().Run(actor, content, path, null, CancellationToken.None);
        var read = await scope.ServiceProvider.GetRequiredService<ReadLog>().Run(actor, brought.Id, null, CancellationToken.None);
        var seconds = watch.Elapsed.TotalSeconds;
        using var process = Process.GetCurrentProcess();
        table.Add(form, read.Cases, read.Events, written, seconds, bytes / 1024.0 / 1024.0 / seconds, memory.Megabytes, process.PeakWorkingSet64 / 1024.0 / 1024.0);
        return read.Cases == cases && read.Events == events && memory.Megabytes < MostMegabytes;
    }
}
