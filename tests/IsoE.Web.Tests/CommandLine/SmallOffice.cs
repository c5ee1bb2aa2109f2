using System.Text;
using IsoE.Office.Organisation;
using IsoE.Office.Seals;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Storage.Migrations;
using IsoE.Web.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Web.Tests.CommandLine;

/// <summary>Two agencies with a log of their organisation, a file and a seal each, in a folder that verbs work on.</summary>
internal sealed class SmallOffice : IAsyncDisposable
{
    public const string Ward = "H29.150", Other = "H29.151";

    private readonly SimulatedClock _clock = new(TimeProvider.System.GetUtcNow().AddHours(-1));

    private SmallOffice() => Services = SampleOffice.Open(OfficeOptions.Sqlite(Folder), _clock);

    public string Folder { get; } = Directory.CreateTempSubdirectory("isoe-small-").FullName;

    public ServiceProvider Services { get; }

    public AttachmentStore Files => Services.GetRequiredService<AttachmentStore>();

    public static async Task<SmallOffice> Open()
    {
        var office = new SmallOffice();
        await office.Services.GetRequiredService<DatabaseSchema>().Migrate(default);
        foreach (var agency in new[] { Ward, Other })
        {
            await office.In<FoundAgency>(agency, found => found.Run(
                new AgencyForm(agency, new("Phường Mẫu", "Sample ward"), "Quản Trị", AgencyKinds.Commune, AgencyKinds.Committee), default));
            await office.Keep(agency, "don.pdf", Encoding.UTF8.GetBytes($"%PDF-1.7 đơn của {agency}"));
            await office.Seal(agency);
        }

        return office;
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Runs a verb on this office, in English.</summary>
    public Task<Shell> Run(params string[] arguments) => Shell.Run([.. arguments, $"--IsoE:Data={Folder}"]);

    /// <summary>Seals, and gives the path of the seal as a file kept outside.</summary>
    public async Task<string> Seal(string agency)
    {
        _clock.MoveTo(_clock.GetUtcNow().AddMinutes(1));
        var auditor = new Actor(agency, "an", "An", [new Grant(Roles.InternalAuditor)]);
        var seal = await Services.GetRequiredService<SealHistory>().Run(auditor, default);
        var path = Path.Combine(Folder, $"seal-{agency}-{seal.Number}.json");
        await In<ReadSeals>(agency, async read => await File.WriteAllTextAsync(path, OfficeJson.Write(await read.File(auditor, seal.Number, default))));
        return path;
    }

    /// <summary>Keeps a file as an attachment of the agency.</summary>
    public async Task<string> Keep(string agency, string name, byte[] bytes)
    {
        var stored = await Files.Store(new MemoryStream(bytes), name, default);
        await using var db = OpenDb();
        db.Add(new AttachmentRow
        {
            AgencyId = agency,
            Id = RowId.New(_clock.GetUtcNow()),
            InstanceId = OrganisationLog.InstanceId,
            Name = stored.Name,
            Sha256 = stored.Sha256,
            ContentType = stored.ContentType,
            Size = stored.Size,
            AddedAt = _clock.GetUtcNow(),
            AddedBy = "an",
        });
        await db.SaveChangesAsync();
        return stored.Sha256;
    }

    /// <summary>Where the bytes of a kept file lie.</summary>
    public string PathOf(string sha256) =>
        Directory.EnumerateFiles(Path.Combine(Folder, "attachments"), "*", SearchOption.AllDirectories).Single(path => path.EndsWith(sha256[2..], StringComparison.Ordinal));

    public OfficeDb OpenDb() => Services.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContext();

    /// <summary>Changes the database past everything that guards it.</summary>
    public async Task Tamper(string sql)
    {
        await using var db = OpenDb();
        foreach (var unlock in await db.Database.SqlQueryRaw<string>("SELECT 'DROP TRIGGER ' || name AS Value FROM sqlite_master WHERE type = 'trigger'").ToListAsync())
            await db.Database.ExecuteSqlRawAsync(unlock);
        Assert.That(await db.Database.ExecuteSqlRawAsync(sql), Is.Positive, sql);
    }

    public async Task In<T>(string agency, Func<T, Task> act)
        where T : notnull
    {
        using var scope = Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentAgency>().Enter(agency);
        await act(scope.ServiceProvider.GetRequiredService<T>());
    }
}
