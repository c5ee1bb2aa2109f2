using System.Diagnostics;
using IsoE.Benchmarks.Bed;
using IsoE.Benchmarks.Improvement;
using IsoE.Benchmarks.Tampering;
using IsoE.Office.Evidence;
using IsoE.Office.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Benchmarks.Evidence;

/// <summary>An evidence pack of 1,000 dossiers with their receipts, written to a file.</summary>
internal static class PackSpeed
{
    public static async Task Run(bool quick)
    {
        var count = quick ? 50 : ExportPack.MostDossiers;
        await using var bed = await TamperBed.Open(DatabaseKind.Sqlite);
        var ids = Enumerable.Range(0, count).Select(number => RowId.Of("packed", $"{number}")).ToList();
        foreach (var id in ids) await DossierLife.Receive(bed.Office, id);
        bed.Office.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var scope = bed.Office.Enter(DossierLife.Agency);
        var export = scope.ServiceProvider.GetRequiredService<ExportPack>();
        using var folder = new TemporaryFolder();
        using var memory = new PeakMemory();
        var watch = Stopwatch.StartNew();
        long size;
        await using (var file = File.Create(Path.Combine(folder.FullName, "pack.pdf")))
        {
            await export.Run(TamperBed.Auditor, ids, "vi", file, CancellationToken.None);
            size = file.Length;
        }

        var table = new Table(FormattableString.Invariant($"Evidence pack of {count:N0} dossiers, their receipts printed first"), "what", "value");
        table.Add("seconds", watch.Elapsed.TotalSeconds);
        table.Add("size, MB", size / 1024.0 / 1024.0);
        table.Add("peak memory, MB", memory.Megabytes);
        table.Print();
    }
}
