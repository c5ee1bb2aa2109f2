using System.Data.Common;
using System.Diagnostics;
using IsoE.Benchmarks.Bed;
using IsoE.Office.Seals;
using IsoE.Office.Storage;
using IsoE.Verifier;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Benchmarks.Tampering;

/// <summary>What a run of tamperings came to.</summary>
/// <param name="Missed">What was done and not found.</param>
/// <param name="Accused">How often something untouched was accused.</param>
/// <param name="Untouched">How often something untouched was looked at.</param>
/// <param name="Harmless">Packs that tell the truth all the same: what was changed is not in them.</param>
/// <param name="Kinds">What was done, and how often.</param>
/// <param name="Found">What of it was found at least once.</param>
public sealed record TamperOutcome(
    int Done, IReadOnlyList<string> Missed, int Untouched, int Accused, int Harmless, IReadOnlyDictionary<string, int> Kinds, IReadOnlySet<string> Found);

/// <summary>Tampers with databases and packs in many ways; each must be found, and nothing untouched accused.</summary>
public static class TamperTest
{
    /// <summary>Every so often the untouched is looked at.</summary>
    private const int UntouchedEvery = 20;

    /// <param name="first">Number of the first tampering; a run that was stopped goes on from there.</param>
    /// <param name="progress">Told now and then how far a part has got.</param>
    /// <returns>Whether all was found and nothing untouched accused.</returns>
    internal static async Task<bool> Run(IReadOnlyList<DatabaseKind> databases, int count, int seed, int first, Action<string> progress)
    {
        var parts = databases.Select(kind => Timed(
                kind is DatabaseKind.Sqlite ? "SQLite" : "PostgreSQL", told => OnDatabase(kind, count, seed, first, told), progress))
            .Append(Timed("packs", told => OnPacks(count, seed, first, told), progress))
            .Concat(databases.Select(kind => Timed(
                $"packs of {(kind is DatabaseKind.Sqlite ? "SQLite" : "PostgreSQL")}", told => OnExports(kind, count, seed, first, inTurn: false, told), progress))).ToList();
        var outcomes = await Task.WhenAll(parts);
        var table = new Table($"Tampering (seed {seed}, from number {first})", "what", "tampered", "found", "harmless", "untouched", "accused", "seconds");
        foreach (var (name, outcome, seconds) in outcomes)
            table.Add(name, outcome.Done, outcome.Done - outcome.Missed.Count - outcome.Harmless, outcome.Harmless, outcome.Untouched, outcome.Accused, seconds);
        table.Print();
        foreach (var (kind, times) in outcomes.SelectMany(part => part.Outcome.Kinds).GroupBy(kind => kind.Key).Select(kind => (kind.Key, kind.Sum(each => each.Value))).OrderBy(kind => kind.Key, StringComparer.Ordinal))
            Console.WriteLine(FormattableString.Invariant($"{times,7}  {kind}"));
        foreach (var missed in outcomes.SelectMany(part => part.Outcome.Missed).Take(20))
            Console.WriteLine($"NOT FOUND: {missed}");
        return Array.TrueForAll(outcomes, part => part.Outcome.Missed.Count == 0 && part.Outcome.Accused == 0);
    }

    /// <summary>Somebody has full power over the database and the files, but not over the seal that lies outside.</summary>
    public static Task<TamperOutcome> OnDatabase(DatabaseKind kind, int count, int seed, int first = 0, Action<int>? progress = null) =>
        OnTampered(kind, count, seed, first, inTurn: false, seals: false, progress, (bed, _) => Task.FromResult<Func<Task<Verdict>>>(
            async () => await IsFound(bed) ? Verdict.Found : Verdict.Missed));

    /// <summary>
    /// An auditor exports a pack from a database that somebody has tampered with: the standalone verifier accuses it, held against
    /// the seal that lies outside, or no pack is made, or it says nothing but what it said before.
    /// </summary>
    /// <param name="inTurn">Whether the ways of tampering with rows take turns; otherwise any of them, and the files too.</param>
    public static Task<TamperOutcome> OnExports(DatabaseKind kind, int count, int seed, int first = 0, bool inTurn = false, Action<int>? progress = null) =>
        OnTampered(kind, count, seed, first, inTurn, seals: true, progress, async (bed, key) =>
        {
            var kept = await bed.LatestSeal();
            var truth = ExportedEvidence.Of(await bed.Pack(Dossiers));
            return () => Export(bed, kept, key, truth);
        });

    private const int Dossiers = 3;

    private static async Task<Verdict> Export(TamperBed bed, byte[] kept, string key, ExportedEvidence truth)
    {
        try
        {
            var pack = await bed.Pack(Dossiers);
            if (Pack.Check(pack, kept, key).Wrong.Count > 0) return Verdict.Found;
            return ExportedEvidence.Of(pack).Says(truth) ? Verdict.Harmless : Verdict.Missed;
        }
        catch (RejectedException)
        {
            return Verdict.Found;
        }
    }

    /// <param name="seals">Whether looking changes the database too, because it seals.</param>
    private static async Task<TamperOutcome> OnTampered(
        DatabaseKind kind, int count, int seed, int first, bool inTurn, bool seals, Action<int>? progress, Func<TamperBed, string, Task<Func<Task<Verdict>>>> looking)
    {
        await using var bed = await TamperBed.Open(kind);
        await using var db = bed.Office.OpenDb();
        await Unlock(db);
        var agencyKey = await bed.Key();
        using var key = agencyKey.Key;
        var look = await looking(bed, agencyKey.Id);
        var tables = new Dictionary<string, TableCopy>();
        foreach (var name in RowTampering.Evidence.Keys) tables[name] = await TableCopy.Read(db, name);
        var tally = new Tally(progress);
        for (var round = first; round < first + count; round++)
        {
            if (round % UntouchedEvery == 0) tally.Look(await look() is Verdict.Found);
            var random = Dice(seed, round);
            if (!inTurn && random.Next(10) == 0)
            {
                var (what, putBack) = new FileTampering(bed.AttachmentFolder, random).Run();
                tally.Add(what, await look(), round);
                putBack();
            }
            else tally.Add(await Tamper(db, tables, new RowTampering(tables, agencyKey, random), inTurn ? round % RowTampering.Ways : null), await look(), round);

            var touched = tables.Values.Where(table => seals || table.IsChanged).ToList();
            foreach (var table in touched) table.Reset();
            await Write(db, touched);
        }

        tally.Look(await look() is Verdict.Found);
        return tally.Outcome;
    }

    /// <summary>Packs are changed, or made anew with another key, or even with the agency's own.</summary>
    public static async Task<TamperOutcome> OnPacks(int count, int seed, int first = 0, Action<int>? progress = null)
    {
        await using var bed = await TamperBed.Open(DatabaseKind.Sqlite);
        var pack = await bed.Pack(3);
        // The seal of the pack itself lies outside.
        var kept = await bed.LatestSeal();
        var (agencyKey, id) = await bed.Key();
        using var key = agencyKey;
        var tampering = new PackTampering(pack, key);
        var tally = new Tally(progress);
        for (var round = first; round < first + count; round++)
        {
            if (round % UntouchedEvery == 0) tally.Look(Pack.Check(pack, kept, id).Wrong.Count > 0);
            var (forged, what) = await tampering.Run(Dice(seed, round));
            tally.Add(what, Pack.Check(forged, kept, id).Wrong.Count > 0 ? Verdict.Found : Verdict.Missed, round);
        }

        return tally.Outcome;
    }

    /// <summary>Each round has dice of its own, so that any one of them can be done again alone.</summary>
    private static Random Dice(int seed, int round) => new(unchecked((seed * 31) + round));

    private static async Task<(string Name, TamperOutcome Outcome, double Seconds)> Timed(
        string name, Func<Action<int>, Task<TamperOutcome>> run, Action<string> progress)
    {
        // The parts run beside one another.
        await Task.Yield();
        var watch = Stopwatch.StartNew();
        var outcome = await Task.Run(() => run(done => progress(FormattableString.Invariant($"{name}: {done} after {watch.Elapsed.TotalSeconds:F0} s"))));
        return (name, outcome, watch.Elapsed.TotalSeconds);
    }

    /// <summary>Tampers in some way that the database's own keys do not refuse.</summary>
    private static async Task<string> Tamper(OfficeDb db, Dictionary<string, TableCopy> tables, RowTampering rows, int? way)
    {
        while (true)
        {
            var done = rows.Run(way);
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

    private enum Verdict
    {
        Found,
        Harmless,
        Missed,
    }

    private sealed class Tally(Action<int>? progress)
    {
        private const int Told = 500;

        private readonly List<string> _missed = [];
        private readonly Dictionary<string, int> _kinds = [];
        private readonly HashSet<string> _found = [];
        private int _done, _untouched, _accused, _harmless;

        public TamperOutcome Outcome => new(_done, _missed, _untouched, _accused, _harmless, _kinds, _found);

        public void Add(string what, Verdict verdict, int round)
        {
            _done++;
            _kinds[what] = _kinds.GetValueOrDefault(what) + 1;
            if (verdict is Verdict.Found) _found.Add(what);
            if (verdict is Verdict.Missed) _missed.Add($"{what} (number {round})");
            if (verdict is Verdict.Harmless) _harmless++;
            if (_done % Told == 0) progress?.Invoke(_done);
        }

        public void Look(bool isFound)
        {
            _untouched++;
            if (isFound) _accused++;
        }
    }
}
