using System.Diagnostics;
using IsoE.Benchmarks.Bed;
using IsoE.Benchmarks.Improvement;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Steps;

namespace IsoE.Benchmarks.Evidence;

/// <summary>Verification of every chain of a history of 1,000,000 rows, ten of each instance, on SQLite.</summary>
internal static class ChainSpeed
{
    private const int RowsOfInstance = 10;

    public static async Task Run(bool quick)
    {
        var count = quick ? 100_000 : 1_000_000;
        using var folder = new TemporaryFolder();
        var options = OfficeOptions.Sqlite(folder.FullName);
        await using var office = await BenchOffice.Open(options);
        Seed(options, office.Get<RowMaps>(), count / RowsOfInstance);
        using var memory = new PeakMemory();
        var watch = Stopwatch.StartNew();
        var verified = await office.Get<HistoryVerification>().Run(CancellationToken.None);
        var table = new Table(FormattableString.Invariant($"Verification of the chains of {count:N0} rows of history"), "what", "value");
        table.Add("seconds", watch.Elapsed.TotalSeconds);
        table.Add("rows/s", verified.Rows / watch.Elapsed.TotalSeconds);
        table.Add("peak memory, MB", memory.Megabytes);
        table.Print();
        if (verified != new VerifiedHistory(count, count / RowsOfInstance, null)) throw new InvalidOperationException($"Expected {count} whole rows, got {verified}.");
    }

    private static void Seed(OfficeOptions options, RowMaps maps, int instances)
    {
        using var connection = new SqliteStepConnection(options.ConnectionString, maps);
        connection.Execute("BEGIN");
        foreach (var part in Enumerable.Range(0, instances).Chunk(1_000))
            connection.Write([.. part.SelectMany(Life).Select(row => new RowWrite(RowOperation.Insert, row))]);
        connection.Execute("COMMIT");
    }

    private static List<IInstanceRow> Life(int number)
    {
        var (id, head, rows) = (RowId.Of("chain", $"{number}"), HistoryChain.Origin, new List<IInstanceRow>());
        for (var sequence = 1; sequence <= RowsOfInstance; sequence++)
        {
            var data = OfficeJson.Write(new { activityId = $"step-{sequence}", outcome = "Eligible", note = $"Hồ sơ {number}, bước {sequence}, đủ điều kiện giải quyết" });
            var row = HistoryChain.Link(head, DossierLife.Agency, id, sequence, "ActivityCompleted", data, MovableClock.Morning.AddSeconds((number * 60) + sequence), "p1", $"c{sequence}");
            head = row.Hash;
            rows.Add(row);
        }

        rows.Insert(0, new InstanceRow
        {
            AgencyId = DossierLife.Agency,
            InstanceId = id,
            CorrelationId = id,
            Status = "Running",
            SubStatus = "Suspended",
            Sequence = RowsOfInstance,
            HeadHash = head,
            CreatedAt = MovableClock.Morning,
            UpdatedAt = MovableClock.Morning,
        });
        return rows;
    }
}
