using System.Diagnostics;
using System.Globalization;
using IsoE.Benchmarks.Bed;
using IsoE.Office.Dossiers;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Benchmarks.Visitors;

/// <summary>
/// Two hundred officers at work while citizens look their dossiers up, against PostgreSQL; the load is made on the same
/// processors. Citizens come at their own pace, answered or not, each from an address of its own and over a new connection.
/// </summary>
internal static class VisitorLoad
{
    private const int Officers = 200;
    private const double Target = 300;

    private static readonly string[] Accounts = ["tiepnhan", "tiepnhan2", "kinhdoanh", "xaydung", "xaydung", "truongphong", "motcua", "chutich"];

    /// <returns>Whether a dossier is accepted within the target (95 %) at the first rate, without a failure.</returns>
    public static async Task<bool> Run(bool quick)
    {
        using var folder = new TemporaryFolder();
        using var server = new PostgresServer();
        var options = OfficeOptions.Postgres(server.CreateDatabase(), folder.FullName);
        using var office = await ServedOffice.Open(options);
        var dossiers = await Dossiers(options, quick ? 20 : 300);
        var officers = await SignIn(office.Address, [.. dossiers.Select(each => each.Code)]);
        var table = new Table(FormattableString.Invariant($"{Officers} officers and citizens' look-ups on PostgreSQL, {Environment.ProcessorCount} processors, load included: ms"),
            "look-ups/s", "asked", "answers", "failed", "median", "95 %", "99 %", "CPU ms/answer");
        var reached = true;
        var rates = quick ? [50] : new[] { 100, 250, 500, 1_000, 2_000 };
        foreach (var rate in rates)
        {
            var (answers, cpu) = await Measure(office, server, officers, [.. dossiers.Select(each => each.Secret)], rate, TimeSpan.FromSeconds(quick ? 10 : 30));
            foreach (var kind in answers.Kinds) Add(table, rate, kind, answers, cpu / answers.Count);
            table.Print();
            if (rate == rates[0]) reached = answers.Failed == 0 && At(answers.Sorted(Officer.Accepting), 0.95) < Target;
        }

        Console.WriteLine($"The target is {Target} ms to accept a dossier, 95 %, and no failure, at the first rate: {(reached ? "reached" : "MISSED")}.");
        foreach (var officer in officers) officer.Dispose();
        return reached;
    }

    private static async Task<(Answers Answers, double Cpu)> Measure(
        ServedOffice office, PostgresServer server, List<Officer> officers, IReadOnlyList<string> secrets, int rate, TimeSpan time)
    {
        var answers = new Answers();
        var before = office.CpuTime + server.CpuTime();
        using var end = new CancellationTokenSource(time);
        var work = officers.Select((officer, i) => officer.Work(answers, receives: i % Accounts.Length < 2, end.Token)).ToList();
        await Task.WhenAll([LookUp(office.Address, answers, secrets, rate, time), .. work]);
        return (answers, (office.CpuTime + server.CpuTime() - before).TotalMilliseconds);
    }

    /// <summary>An open loop: whoever is due asks, however long the others have been waiting.</summary>
    private static async Task LookUp(Uri address, Answers answers, IReadOnlyList<string> secrets, int rate, TimeSpan time)
    {
        using var citizens = FromAnyAddress.Client(address, keepsConnection: false);
        var (begun, asked, waiting) = (Stopwatch.GetTimestamp(), 0, new List<Task>());
        for (; Stopwatch.GetElapsedTime(begun) < time; await Task.Delay(5))
        {
            for (var due = (int)(Stopwatch.GetElapsedTime(begun).TotalSeconds * rate); asked < due; asked++)
            {
                var (secret, dueAt) = (secrets[asked % secrets.Count], begun + (long)((double)asked / rate * Stopwatch.Frequency));
                waiting.Add(answers.Take("citizen: look-up", dueAt, async () =>
                {
                    using var answer = await citizens.GetAsync(new Uri($"/t/{secret}", UriKind.Relative));
                    return (await answer.Content.ReadAsStringAsync()).Contains("H29.150-", StringComparison.Ordinal);
                }));
            }
        }

        await Task.WhenAll(waiting);
    }

    private static async Task<List<Officer>> SignIn(Uri address, IReadOnlyList<string> codes)
    {
        var officers = Enumerable.Range(0, Officers).Select(i => new Officer(address, Accounts[i % Accounts.Length], "Isoe@2026", codes, new Random(i))).ToList();
        foreach (var some in officers.Chunk(8)) await Task.WhenAll(some.Select(officer => officer.SignIn()));
        return officers;
    }

    private static async Task<List<(string Code, string Secret)>> Dossiers(OfficeOptions options, int count)
    {
        await using var office = await BenchOffice.Open(options, at: TimeProvider.System.GetUtcNow());
        for (var i = 0; i < count; i++)
            await DossierLife.Receive(office, RowId.Of("visited", i.ToString(CultureInfo.InvariantCulture)));
        await using var db = office.OpenDb();
        var rows = await db.Set<DossierRow>().IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.AgencyId == DossierLife.Agency && row.ProcedureCode == "1.001612")
            .Select(row => new { row.Code, row.TrackingSecret }).ToListAsync();
        return [.. rows.Select(row => (row.Code, row.TrackingSecret))];
    }

    private static void Add(Table table, int rate, string kind, Answers answers, double cpu)
    {
        var times = answers.Sorted(kind);
        table.Add(rate.ToString(CultureInfo.InvariantCulture), kind, times.Count, answers.FailedOf(kind), At(times, 0.5), At(times, 0.95), At(times, 0.99), cpu);
    }

    private static double At(IReadOnlyList<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
