using System.Data.Common;
using System.Diagnostics;
using System.Security.Cryptography;
using IsoE.Benchmarks.Bed;
using IsoE.Office.Seals;
using IsoE.Office.Storage;
using IsoE.Verifier;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Benchmarks.Tampering;

/// <summary>What a run of tamperings came to.</summary>
/// <param name="Missed">What was done and not found.</param>
/// <param name="Accused">How often something untouched was accused.</param>
/// <param name="Untouched">How often something untouched was looked at.</param>
public sealed record TamperOutcome(int Done, IReadOnlyList<string> Missed, int Untouched, int Accused, IReadOnlyDictionary<string, int> Kinds);

/// <summary>Tampers with databases and packs in many ways; each must be found, and nothing untouched accused.</summary>
public static class TamperTest
{
    /// <summary>Every so often the untouched is looked at.</summary>
    private const int UntouchedEvery = 20;

    /// <returns>Whether all was found and nothing untouched accused.</returns>
    internal static async Task<bool> Run(IReadOnlyList<DatabaseKind> databases, int count, int seed)
    {
        var table = new Table($"Tampering (seed {seed})", "what", "tampered", "found", "untouched", "accused", "seconds");
        var outcomes = new List<TamperOutcome>();
        foreach (var kind in databases)
            await Add(kind is DatabaseKind.Sqlite ? "SQLite" : "PostgreSQL", () => OnDatabase(kind, count, seed));
        await Add("packs", () => OnPacks(count, seed));
        table.Print();
        foreach (var (kind, times) in outcomes.SelectMany(outcome => outcome.Kinds).GroupBy(kind => kind.Key).Select(kind => (kind.Key, kind.Sum(each => each.Value))).OrderBy(kind => kind.Key, StringComparer.Ordinal))
            Console.WriteLine(FormattableString.Invariant($"{times,7}  {kind}"));
        foreach (var missed in outcomes.SelectMany(outcome => outcome.Missed).Take(20))
            Console.WriteLine($"NOT FOUND: {missed}");
        return outcomes.TrueForAll(outcome => outcome.Missed.Count == 0 && outcome.Accused == 0);

        async Task Add(string name, Func<Task<TamperOutcome>> run)
        {
            var watch = Stopwatch.StartNew();
            var outcome = await run();
            outcomes.Add(outcome);
            table.Add(name, outcome.Done, outcome.Done - outcome.Missed.Count, outcome.Untouched, outcome.Accused, watch.Elapsed.TotalSeconds);
        }
    }

    /// <summary>Somebody has full power over the database and the files, but not over the seal that lies outside.</summary>
    public static async Task<TamperOutcome> OnDatabase(DatabaseKind kind, int count, int seed)
    {
        await using var bed = await TamperBed.Open(kind);
        var random = new Random(seed);
        await using var db = bed.Office.OpenDb();
        await Unlock(db);
        var tables = new Dictionary<string, TableCopy>();
        foreach (var name in RowTampering.Evidence.Keys) tables[name] = await TableCopy.Read(db, name);
        var (rows, files) = (new RowTampering(tables, random), new FileTampering(bed.AttachmentFolder, random));
        var tally = new Tally();
        for (var round = 0; round < count; round++)
        {
            if (round % UntouchedEvery == 0) tally.Look(await IsFound(bed));
            if (random.Next(10) == 0)
            {
                var (what, putBack) = files.Run();
                tally.Add(what, await IsFound(bed), round);
                putBack();
                continue;
            }

            tally.Add(await Tamper(db, tables, rows), await IsFound(bed), round);
            var touched = tables.Values.Where(table => table.IsChanged).ToList();
            foreach (var table in touched) table.Reset();
            await Write(db, touched);
        }

        tally.Look(await IsFound(bed));
        return tally.Outcome;
    }

    /// <summary>Packs are changed, or made anew with another key, or even with the agency's own.</summary>
    public static async Task<TamperOutcome> OnPacks(int count, int seed)
    {
        await using var bed = await TamperBed.Open(DatabaseKind.Sqlite);
        var random = new Random(seed);
        var pack = await bed.Pack(3);
        await using var db = bed.Office.OpenDb();
        // The seal of the pack itself lies outside.
        var seal = await db.Set<SealRow>().IgnoreQueryFilters().AsNoTracking().OrderByDescending(row => row.Number).FirstAsync();
        var key = await db.Set<SealingKeyRow>().IgnoreQueryFilters().AsNoTracking().SingleAsync();
        var kept = System.Text.Encoding.UTF8.GetBytes(OfficeJson.Write(SealFile.Of(seal, key.Certificate, "")));
        using var agencyKey = ECDsa.Create();
        agencyKey.ImportFromPem(await File.ReadAllTextAsync(Path.Combine(bed.KeyFolder, $"{key.Id}.pem")));
        var tampering = new PackTampering(pack, agencyKey, random);
        var tally = new Tally();
        for (var round = 0; round < count; round++)
        {
            if (round % UntouchedEvery == 0) tally.Look(Pack.Check(pack, kept, key.Id).Wrong.Count > 0);
            var (forged, what) = await tampering.Run();
            tally.Add(what, Pack.Check(forged, kept, key.Id).Wrong.Count > 0, round);
        }

        return tally.Outcome;
    }

    /// <summary>Tampers in some way that the database's own keys do not refuse.</summary>
    private static async Task<string> Tamper(OfficeDb db, Dictionary<string, TableCopy> tables, RowTampering rows)
    {
        while (true)
        {
            var done = rows.Run();
            try
            {
                await Write(db, tables.Values.Where(table => table.IsChanged));
                return done;
            }
            catch (DbException)
            {
                foreach (var table in tables.Values) table.Reset();
            }
        }
    }

    private static async Task<bool> IsFound(TamperBed bed)
    {
        if ((await bed.Office.Get<HistoryVerification>().Run(CancellationToken.None)).Broken is not null) return true;
        return (await bed.Office.Get<VerifySeals>().Run(DossierLife.Agency, bed.Outside, files: true, CancellationToken.None)).Finding is not null;
    }

    private static async Task Unlock(OfficeDb db)
    {
        await db.Database.OpenConnectionAsync();
        foreach (var table in RowTampering.Evidence.Keys)
        {
            string[] unlock = db.Database.IsNpgsql()
                ? [$"ALTER TABLE {table} DISABLE TRIGGER ALL"]
                : [$"DROP TRIGGER IF EXISTS {table}_is_not_updated", $"DROP TRIGGER IF EXISTS {table}_is_not_deleted"];
            foreach (var statement in unlock) await db.Database.ExecuteSqlRawAsync(statement);
        }
    }

    private static async Task Write(OfficeDb db, IEnumerable<TableCopy> tables)
    {
        var connection = db.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var table in tables) await table.Write(connection, transaction);
        await transaction.CommitAsync();
    }

    private sealed class Tally
    {
        private readonly List<string> _missed = [];
        private readonly Dictionary<string, int> _kinds = [];
        private int _done, _untouched, _accused;

        public TamperOutcome Outcome => new(_done, _missed, _untouched, _accused, _kinds);

        public void Add(string what, bool isFound, int round)
        {
            _done++;
            _kinds[what] = _kinds.GetValueOrDefault(what) + 1;
            if (!isFound) _missed.Add($"{what} (round {round})");
        }

        public void Look(bool isFound)
        {
            _untouched++;
            if (isFound) _accused++;
        }
    }
}
