using System.Globalization;
using IsoE.Benchmarks.Authoring;
using IsoE.Benchmarks.Engines;
using IsoE.Benchmarks.Evidence;
using IsoE.Benchmarks.Improvement;
using IsoE.Benchmarks.Kills;
using IsoE.Benchmarks.Papers;
using IsoE.Benchmarks.Screens;
using IsoE.Benchmarks.Signatures;
using IsoE.Benchmarks.Steps;
using IsoE.Benchmarks.Tampering;
using IsoE.Benchmarks.Visitors;
using IsoE.Office.Storage;

namespace IsoE.Benchmarks;

/// <summary>The command line of the benchmarks. Exit codes: 0 ok, 1 a target missed or a fault found, 2 bad usage.</summary>
internal static class Commands
{
    private const string Usage = """
        Usage: dotnet run -c Release --project tests/IsoE.Benchmarks [-- [--only PART]... [--quick]]
               dotnet run -c Release --project tests/IsoE.Benchmarks -- kill [--kills N] [--database sqlite|postgres] [--seed N]
               dotnet run -c Release --project tests/IsoE.Benchmarks -- tamper [--count N] [--first N] [--database sqlite|postgres] [--seed N]
               dotnet run -c Release --project tests/IsoE.Benchmarks -- log [--megabytes N]

        Parts: engine, gate, editor, steps, inbox, documents, signatures, evidence, conformance, year, visitors; all by default.
        kill:  an office under load is killed N times (50) on each database; every acknowledged step must be there once.
        tamper: each database, packs, and databases of which packs are made are tampered with N times (10,000); every time must be
               found, and nothing untouched accused.
               --first goes on where a run was stopped.
        log:   an event log of N megabytes (1,024) is written and imported, as a table and as XES; memory must stay bounded.
        """;

    private static readonly string[] Parts = ["engine", "gate", "editor", "steps", "inbox", "documents", "signatures", "evidence", "conformance", "year", "visitors"];

    public static async Task<int> Run(string[] args)
    {
        try
        {
            return args switch
            {
                ["kill", .. var rest] => await Kill(rest),
                ["tamper", .. var rest] => await Tamper(rest),
                ["log"] => await LogImport.Run(1024) ? 0 : 1,
                ["log", "--megabytes", .. var rest] => await LogImport.Run(Number(rest, 0)) ? 0 : 1,
                _ => await Measure(args),
            };
        }
        catch (UsageException e)
        {
            await Console.Error.WriteLineAsync(e.Message.Length > 0 ? $"{e.Message}\n\n{Usage}" : Usage);
            return 2;
        }
    }

    private static async Task<int> Measure(string[] args)
    {
        var (only, quick) = (new List<string>(), false);
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--quick") quick = true;
            else if (args[i] == "--only") only.Add(Parts.Contains(Value(args, ++i)) ? args[i] : throw new UsageException($"There is no part {args[i]}."));
            else throw new UsageException(args[i] == "--help" ? "" : $"Unknown argument {args[i]}.");
        }

        var reached = true;
        if (Wanted("engine")) EngineSpeed.Run(quick);
        if (Wanted("gate")) reached &= GateSpeed.Run(quick);
        if (Wanted("editor")) reached &= await EditorSpeed.Run(quick);
        if (Wanted("steps")) reached &= await StepSpeed.Run(quick);
        if (Wanted("inbox")) reached &= await InboxSpeed.Run(quick);
        if (Wanted("documents")) await DocumentSpeed.Run(quick);
        if (Wanted("signatures")) reached &= await SignatureSpeed.Run(quick);
        if (Wanted("evidence"))
        {
            await ChainSpeed.Run(quick);
            await PackSpeed.Run(quick);
        }

        if (Wanted("conformance")) LogSpeed.Run(quick);
        if (Wanted("year")) await YearSpeed.Run(quick);
        if (Wanted("visitors")) reached &= await VisitorLoad.Run(quick);
        return reached ? 0 : 1;

        bool Wanted(string part) => only.Count == 0 || only.Contains(part);
    }

    private static async Task<int> Kill(string[] args)
    {
        var (kills, seed, databases) = (50, Environment.TickCount, new List<DatabaseKind>());
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--kills": kills = Number(args, ++i); break;
                case "--seed": seed = Number(args, ++i); break;
                case "--database": databases.Add(Database(Value(args, ++i))); break;
                default: throw new UsageException(args[i] == "--help" ? "" : $"Unknown argument {args[i]}.");
            }
        }

        return await KillTest.Run(databases.Count > 0 ? databases : [DatabaseKind.Sqlite, DatabaseKind.Postgres], kills, seed) ? 0 : 1;
    }

    private static async Task<int> Tamper(string[] args)
    {
        var (count, seed, first, databases) = (10_000, 20261126, 0, new List<DatabaseKind>());
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--first": first = Number(args, ++i); break;
                case "--count": count = Number(args, ++i); break;
                case "--seed": seed = Number(args, ++i); break;
                case "--database": databases.Add(Database(Value(args, ++i))); break;
                default: throw new UsageException(args[i] == "--help" ? "" : $"Unknown argument {args[i]}.");
            }
        }

        return await TamperTest.Run(databases.Count > 0 ? databases : [DatabaseKind.Sqlite, DatabaseKind.Postgres], count, seed, first, Console.Error.WriteLine) ? 0 : 1;
    }

    private static DatabaseKind Database(string name) =>
        Enum.TryParse<DatabaseKind>(name, ignoreCase: true, out var kind) ? kind : throw new UsageException($"There is no database {name}.");

    private static int Number(string[] args, int i) =>
        int.TryParse(Value(args, i), CultureInfo.InvariantCulture, out var number) && number >= 0
            ? number
            : throw new UsageException($"{args[i]} is no number.");

    private static string Value(string[] args, int i) => i < args.Length ? args[i] : throw new UsageException($"{args[^1]} needs a value.");

    private sealed class UsageException(string message) : Exception(message);
}
