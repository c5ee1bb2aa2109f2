using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Reports;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Migrations;
using IsoE.Office.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Demo;

/// <summary>Runs every sample dossier through its procedure on a throw-away database with a simulated clock.</summary>
public static class RunDemo
{
    /// <summary>The day the samples are laid out from: always the same, so that two runs give the same dates.</summary>
    private static readonly DateOnly Anchor = new(2026, 9, 30);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <param name="samples">Directory with <c>agency.yaml</c> and the directory <c>dossiers</c>.</param>
    /// <param name="output">Directory for <c>summary.json</c> and the papers; made when it is not there.</param>
    /// <param name="progress">Told after each deed and each paper how many of all are done.</param>
    public static async Task<DemoSummary> Run(string samples, string output, Action<DemoPhase, int, int> progress, CancellationToken cancel)
    {
        var agencies = SampleAgencies.Load(Path.Combine(samples, "agency.yaml"));
        var dossiers = SampleDossiers.Load(Path.Combine(samples, "dossiers"), agencies).Dossiers;
        Directory.CreateDirectory(output);
        var folder = Directory.CreateTempSubdirectory("isoe-demo-").FullName;
        try
        {
            var summary = await Play(OfficeOptions.Sqlite(folder), agencies, dossiers, output, progress, cancel);
            await File.WriteAllTextAsync(Path.Combine(output, "summary.json"), JsonSerializer.Serialize(summary, Json) + "\n", cancel);
            return summary;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<DemoSummary> Play(
        OfficeOptions options, SampleAgencies agencies, IReadOnlyList<SampleDossier> dossiers, string output, Action<DemoPhase, int, int> progress, CancellationToken cancel)
    {
        var days = new SampleDays(NationalCalendar.Instance, Anchor);
        var clock = new SimulatedClock(dossiers.Min(days.Received).AddHours(-1));
        await using var office = SampleOffice.Open(options, clock);
        await office.GetRequiredService<DatabaseSchema>().Migrate(cancel);
        await ActivatorUtilities.CreateInstance<SeedOrganisation>(office).Agencies(agencies, cancel);
        await SeedCertificates.Run(office, agencies, null, cancel);
        var player = new ScriptPlayer(office, clock, agencies, days);
        var deeds = dossiers.Sum(d => d.Steps.Count + 1);
        await player.Play(dossiers, null, done => progress(DemoPhase.Deeds, done, deeds), cancel);
        var papers = new WritePapers(office, agencies, output);
        var period = new Period(VietnamTime.DateOf(dossiers.Min(days.Received)), VietnamTime.DateOf(clock.GetUtcNow()));
        var pdfs = await papers.Run(period, (done, all) => progress(DemoPhase.Papers, done, all), cancel);
        return await Summarise(office, dossiers, player.Failures, pdfs, cancel);
    }

    private static async Task<DemoSummary> Summarise(
        IServiceProvider office, IReadOnlyList<SampleDossier> dossiers, Dictionary<string, string> failures, int pdfs, CancellationToken cancel)
    {
        await using var db = await office.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync(cancel);
        var rows = await db.Set<DossierRow>().IgnoreQueryFilters().AsNoTracking().ToDictionaryAsync(d => d.InstanceId, cancel);
        var steps = await db.Set<TaskRow>().IgnoreQueryFilters().CountAsync(t => t.Status == TaskState.Done, cancel);
        var list = dossiers.Select(d => DemoDossier.Of(d, rows.GetValueOrDefault(SampleIds.Dossier(d.Id)), failures.GetValueOrDefault(d.Id))).ToList();
        return new DemoSummary(
            list.Count,
            list.Where(d => d.Status is not null).GroupBy(d => d.Status!.Value).OrderBy(g => g.Key)
                .ToDictionary(g => g.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), g => g.Count()),
            list.Count(d => d.Timing is SampleTiming.Early or SampleTiming.OnTime),
            list.Count(d => d.Timing is SampleTiming.Late),
            steps,
            pdfs,
            list.Count(d => d.AsExpected),
            list);
    }
}

public enum DemoPhase
{
    /// <summary>What people do with the dossiers.</summary>
    Deeds,

    /// <summary>What is written as PDF.</summary>
    Papers,
}
