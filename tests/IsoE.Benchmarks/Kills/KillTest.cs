using IsoE.Benchmarks.Bed;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;

namespace IsoE.Benchmarks.Kills;

/// <summary>Kills the office under load again and again, and looks at what it left behind.</summary>
internal static class KillTest
{
    /// <summary>Every so many kills PostgreSQL loses its power too.</summary>
    private const int CrashEvery = 5;

    /// <summary>Every so many kills the office is killed at any moment of its start, not under load.</summary>
    private const int EarlyEvery = 6;

    /// <returns>Whether nothing was lost, doubled or half done.</returns>
    public static async Task<bool> Run(IReadOnlyList<DatabaseKind> databases, int kills, int seed)
    {
        var table = new Table(
            $"SIGKILL at random under load ({KilledOffice.Clients} clients, seed {seed})",
            "database", "kills", "acknowledged", "stored", "lost", "doubled", "half done", "chains", "server crashes");
        var faults = new List<string>();
        foreach (var kind in databases)
        {
            try
            {
                faults.AddRange(await Run(table, kind, kills, new Random(seed)));
            }
            catch (OfficeFailedException e)
            {
                faults.Add($"{kind}: {e.Message}");
            }
        }

        table.Print();
        Console.WriteLine("Stored beyond acknowledged: steps whose answer the kill cut off; sent again with the same command id they were answered, not repeated.");
        foreach (var fault in faults.Take(20))
            Console.WriteLine(fault);
        return faults.Count == 0;
    }

    private static async Task<IReadOnlyList<string>> Run(Table table, DatabaseKind kind, int kills, Random random)
    {
        using var folder = new TemporaryFolder();
        using var server = kind is DatabaseKind.Postgres ? new PostgresServer() : null;
        var options = server is null ? OfficeOptions.Sqlite(folder.FullName) : OfficeOptions.Postgres(server.CreateDatabase(), folder.FullName);
        var (acknowledged, crashes) = (new Acknowledged(), 0);
        for (var life = 1; life <= kills; life++)
        {
            using var office = new LivingOffice(options, life, acknowledged);
            await Live(office, life, random);
            await office.Kill();
            if (life % CrashEvery == 0 && server is not null)
            {
                server.Crash();
                crashes++;
            }
        }

        await using var last = await BenchOffice.Open(options, ToldSteps.AddTo, KilledOffice.Begin(kills + 1));
        await last.Get<OutboxDispatcher>().DeliverPending(CancellationToken.None);
        var found = new Aftermath(last, acknowledged);
        await found.Look(CancellationToken.None);
        table.Add(
            kind is DatabaseKind.Sqlite ? "SQLite" : "PostgreSQL", kills, acknowledged.Steps, found.Stored, found.Lost, found.Doubled, found.HalfDone, found.ChainsHold ? "whole" : "BROKEN", crashes);
        return found.Faults;
    }

    private static async Task Live(LivingOffice office, int life, Random random)
    {
        if (life % EarlyEvery == 0)
        {
            await Task.Delay(random.Next(1_500));
            return;
        }

        await office.FirstAnswer();
        await Task.Delay(random.Next(20, 1_500));
    }
}
