using IsoE.Benchmarks.Bed;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Steps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Benchmarks.Steps;

/// <summary>Durable steps a second through the office, and through a baseline that writes the same rows by hand.</summary>
internal static class StepSpeed
{
    /// <summary>What the office has to reach of the baseline at <see cref="Judged"/> clients.</summary>
    private const double Target = 0.6;

    private const int Judged = 16;

    /// <summary>Dossiers that are worked on before the clock runs: compiled code and prepared statements are the normal state.</summary>
    private const int WarmUp = 150;

    /// <returns>Whether the target was reached.</returns>
    public static async Task<bool> Run(bool quick)
    {
        var table = new Table(
            "Durable steps: a person completes a task (rights, form, engine, history, snapshot, task, due and dossier rows, one commit)",
            "database", "clients", "steps/s", "baseline/s", "ratio", "CPU ms", "server", "baseline", "server", "KB allocated");
        await Sqlite(table, quick);
        var ratio = await Postgres(table, quick);
        table.Print();
        Console.WriteLine("SQLite: WAL, synchronous=FULL. PostgreSQL: fsync=on, synchronous_commit=on. Medians of alternating runs.");
        Console.WriteLine("Baseline: Npgsql by hand, the same statements and values: one round trip reads, one batch writes in a transaction, hash chain computed.");
        var reached = ratio >= Target;
        Console.WriteLine(FormattableString.Invariant($"At {Judged} clients {ratio:0.00} of the baseline; the target is {Target}: {(reached ? "reached" : "MISSED")}"));
        return reached;
    }

    private static async Task Sqlite(Table table, bool quick)
    {
        using var folder = new TemporaryFolder();
        await using var office = await BenchOffice.Open(OfficeOptions.Sqlite(folder.FullName));
        await Load.Run(4, await Receive(office, WarmUp), d => Live(office, d), null);
        foreach (var (clients, dossiers, runs) in Sizes(quick))
        {
            var results = new List<Measured>();
            for (var run = 0; run < runs; run++)
                results.Add(await Load.Run(clients, await Receive(office, dossiers), d => Live(office, d), null));
            var own = Measured.MedianOf(results);
            table.Add("SQLite", clients, own.StepsPerSecond, "-", "-", own.ClientMilliseconds, "-", "-", "-", own.Kilobytes);
        }
    }

    private static async Task<double> Postgres(Table table, bool quick)
    {
        using var folder = new TemporaryFolder();
        using var server = new PostgresServer();
        var options = OfficeOptions.Postgres(server.CreateDatabase(), folder.FullName);
        var life = await Record(options);
        await using var office = await BenchOffice.Open(options);
        await using var raw = new RawClient(options.ConnectionString);
        await Load.Run(4, await Receive(office, WarmUp), d => Live(office, d), server);
        await Load.Run(4, await Receive(office, raw, life, WarmUp), d => Live(raw, d), server);
        await Analyze(office);
        var judged = 0.0;
        foreach (var (clients, dossiers, runs) in Sizes(quick))
        {
            var (own, baseline) = (new List<Measured>(), new List<Measured>());
            for (var run = 0; run < runs; run++)
            {
                own.Add(await Load.Run(clients, await Receive(office, dossiers), d => Live(office, d), server));
                baseline.Add(await Load.Run(clients, await Receive(office, raw, life, dossiers), d => Live(raw, d), server));
            }

            var (o, b) = (Measured.MedianOf(own), Measured.MedianOf(baseline));
            var ratio = o.StepsPerSecond / b.StepsPerSecond;
            table.Add(
                "PostgreSQL", clients, o.StepsPerSecond, b.StepsPerSecond, ratio,
                o.ClientMilliseconds, o.ServerMilliseconds, b.ClientMilliseconds, b.ServerMilliseconds, o.Kilobytes);
            if (clients == Judged)
                judged = ratio;
        }

        return judged;
    }

    private static IEnumerable<(int Clients, int Dossiers, int Runs)> Sizes(bool quick) => quick
        ? [(1, 60, 1), (16, 160, 3), (64, 160, 1)]
        : [(1, 200, 3), (16, 600, 5), (64, 600, 3)];

    /// <summary>Autovacuum does it within a minute; until then the plans made on empty tables read too much.</summary>
    private static async Task Analyze(BenchOffice office)
    {
        await using var db = office.OpenDb();
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    /// <summary>One life, to see what the office writes.</summary>
    private static async Task<RawLife> Record(OfficeOptions options)
    {
        await using var office = await BenchOffice.Open(options, services => services
            .AddSingleton<PostgresStepStore>()
            .AddSingleton<RecordingStore>(all => new RecordingStore(all.GetRequiredService<PostgresStepStore>()))
            .AddSingleton<IStepStore>(all => all.GetRequiredService<RecordingStore>()));
        var id = RowId.New(office.Clock.GetUtcNow());
        await Live(office, new Received(id, await DossierLife.Receive(office, id)));
        return new RawLife(office.Get<RecordingStore>().Steps, office.Get<RowMaps>());
    }

    private static async Task<IReadOnlyList<Received>> Receive(BenchOffice office, int count)
    {
        var received = new Received[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, _) =>
        {
            var id = RowId.New(office.Clock.GetUtcNow());
            received[i] = new Received(id, await DossierLife.Receive(office, id));
        });
        return received;
    }

    private static async Task<IReadOnlyList<RawStep[]>> Receive(BenchOffice office, RawClient raw, RawLife life, int count)
    {
        var now = office.Clock.GetUtcNow();
        var lives = Enumerable.Range(0, count).Select(_ => life.For(RowId.New(now), now)).ToList();
        await Parallel.ForEachAsync(lives, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (steps, _) => await raw.Run(steps[0]));
        return [.. lives.Select(steps => steps.Skip(1).ToArray())];
    }

    private static async Task<int> Live(BenchOffice office, Received dossier)
    {
        string? task = dossier.TaskId;
        for (var deed = 0; deed < DossierLife.Deeds.Count; deed++)
            task = await DossierLife.Complete(office, dossier.Id, deed, task!);
        return DossierLife.Deeds.Count;
    }

    private static async Task<int> Live(RawClient raw, RawStep[] steps)
    {
        foreach (var step in steps)
            await raw.Run(step);
        return steps.Length;
    }

    private sealed record Received(string Id, string TaskId);
}
