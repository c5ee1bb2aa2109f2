using IsoE.Office.Organisation;
using IsoE.Office.Signatures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Migrations;
using IsoE.Web.Demo;
using IsoE.Web.Identity;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Hosting;

/// <summary>What has to be there before the first request: tables, and either the sample agency or a way to create the administrator.</summary>
public sealed class FirstStart(
    DatabaseSchema schema, IDbContextFactory<OfficeDb> databases, OfficeOptions options, Site site, SetupLink setup, SignatureOptions signatures, TimeProvider clock)
{
    /// <summary>Brings the database up to date and, where asked for, fills an empty one with the samples.</summary>
    /// <returns>The path of the one-time link to create the administrator; null when somebody can sign in already.</returns>
    /// <exception cref="RejectedException">The database was written by a newer version.</exception>
    public async Task<string?> Run(CancellationToken cancel)
    {
        await schema.Migrate(cancel);
        var samples = Path.Combine(AppContext.BaseDirectory, "samples");
        if (site.Sample && await MayHoldSamples(samples, cancel))
            site.Samples = await SeedSampleAgency.Run(options, samples, clock.GetUtcNow(), signatures.TrustFolder, cancel);

        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await Main(db, cancel) is { } agency) (site.AgencyId, site.AgencyName) = (agency.Id, agency.Name);
        return await db.Set<Account>().AnyAsync(cancel) ? null : setup.Path();
    }

    /// <summary>The samples never mix with real data: only an empty database takes them, or one that holds them already.</summary>
    private async Task<bool> MayHoldSamples(string samples, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var main = SampleAgencies.Load(Path.Combine(samples, "agency.yaml")).Main;
        var agencies = await db.Set<Agency>().Select(agency => agency.Id).ToListAsync(cancel);
        return agencies.Count == 0 || agencies.Contains(main);
    }

    /// <summary>The agency of public pages: the main one of the samples, else the first that was founded.</summary>
    private async Task<Agency?> Main(OfficeDb db, CancellationToken cancel)
    {
        var main = site.Samples?.Main;
        return await db.Set<Agency>().AsNoTracking()
            .OrderBy(row => row.Id == main ? 0 : 1).ThenBy(row => row.FromOn).ThenBy(row => row.Id).FirstOrDefaultAsync(cancel);
    }
}
