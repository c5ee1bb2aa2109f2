using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Migrations;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Demo;

/// <summary>
/// Fills an empty database with the sample agencies and their dossiers at every stage, relative to today: the scripts
/// are played up to the end of the last working day.
/// </summary>
public static class SeedSampleAgency
{
    /// <summary>Idempotent: does nothing when the samples are complete, and goes on where an earlier run was broken off.</summary>
    /// <param name="samples">Directory with <c>agency.yaml</c>, <c>quality.yaml</c>, <c>kept.yaml</c> and the directory <c>dossiers</c>.</param>
    /// <param name="trust">Folder of trusted authorities, which then trusts the sample certificates; null: nobody trusts them.</param>
    /// <returns>The sample agencies with their accounts; the same whether or not anything was written.</returns>
    /// <exception cref="InvalidOperationException">A script does not run; the message names the sample and the step.</exception>
    public static async Task<SampleAgencies> Run(OfficeOptions options, string samples, DateTimeOffset now, string? trust, CancellationToken cancel)
    {
        var agencies = SampleAgencies.Load(Path.Combine(samples, "agency.yaml"));
        var dossiers = SampleDossiers.Load(Path.Combine(samples, "dossiers"), agencies).Dossiers;
        var days = SampleDays.UpTo(NationalCalendar.Instance, now);
        var clock = new SimulatedClock(dossiers.Min(days.Received).AddDays(-7));
        await using var office = SampleOffice.Open(options, clock);
        var organisation = ActivatorUtilities.CreateInstance<SeedOrganisation>(office);
        if (await IsComplete(office, agencies, cancel)) return agencies;
        await organisation.Agencies(agencies, cancel);
        await SeedCertificates.Run(office, agencies, trust, cancel);
        var kept = SampleKept.Load(Path.Combine(samples, "kept.yaml"));
        var keeping = ActivatorUtilities.CreateInstance<SeedKeeping>(office, clock);
        await keeping.Begin(kept, agencies, cancel);
        var player = new ScriptPlayer(office, clock, agencies, days);
        await player.Play(await Missing(office, dossiers, cancel), days.EndOfAnchor, null, cancel);
        if (player.Failures.Count > 0)
            throw new InvalidOperationException(string.Join('\n', player.Failures.Select(f => $"Sample {f.Key}: {f.Value}")));
        await ActivatorUtilities.CreateInstance<SeedRegisters>(office).Run(Path.Combine(samples, "quality.yaml"), agencies, cancel);
        await keeping.End(kept, agencies, cancel);
        await organisation.Accounts(agencies, cancel);
        await office.GetRequiredService<DatabaseSchema>().Analyze(cancel);
        return agencies;
    }

    private static async Task<bool> IsComplete(IServiceProvider office, SampleAgencies agencies, CancellationToken cancel)
    {
        await using var db = await office.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync(cancel);
        var users = await db.Set<Account>().Select(a => a.UserName).ToListAsync(cancel);
        return agencies.Agencies.SelectMany(a => a.People).All(p => users.Contains(p.User));
    }

    /// <summary>Dossiers of a broken-off run stay where they are: their scripts may have been left in the middle.</summary>
    private static async Task<IReadOnlyList<SampleDossier>> Missing(
        IServiceProvider office, IReadOnlyList<SampleDossier> dossiers, CancellationToken cancel)
    {
        await using var db = await office.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync(cancel);
        var there = await db.Set<InstanceRow>().IgnoreQueryFilters().Select(i => i.InstanceId).ToListAsync(cancel);
        return [.. dossiers.Where(d => !there.Contains(SampleIds.Dossier(d.Id)))];
    }
}
