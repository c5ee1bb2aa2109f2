using System.Security.Cryptography;
using System.Text;
using IsoE.Benchmarks.Bed;
using IsoE.Office.Calendars;
using IsoE.Office.Evidence;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Records;
using IsoE.Office.Records.Printing;
using IsoE.Office.Seals;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Benchmarks.Tampering;

/// <summary>A small office with dossiers, records, two sealing keys and three seals, of which the latest lies outside.</summary>
internal sealed class TamperBed : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PostgresServer? _server;

    private TamperBed(PostgresServer? server) => _server = server;

    public BenchOffice Office { get; private set; } = null!;

    /// <summary>The latest seal, kept outside.</summary>
    public SealFile Outside { get; private set; } = null!;

    public static Actor Auditor { get; } = new(DossierLife.Agency, "auditor", "Phạm Thị Lan", [new Grant(Roles.InternalAuditor)]);

    public string AttachmentFolder => Path.Combine(_folder.FullName, "attachments");

    /// <summary>The latest seal as the file that is kept outside.</summary>
    public async Task<byte[]> LatestSeal()
    {
        await using var scope = Office.Enter(DossierLife.Agency);
        var read = scope.ServiceProvider.GetRequiredService<ReadSeals>();
        var latest = (await read.Run(Auditor, before: null, 1, CancellationToken.None))[0];
        return Encoding.UTF8.GetBytes(OfficeJson.Write(await read.File(Auditor, latest.Number, CancellationToken.None)));
    }

    public static async Task<TamperBed> Open(DatabaseKind kind)
    {
        var bed = new TamperBed(kind is DatabaseKind.Postgres ? new PostgresServer(isDurable: false) : null);
        var options = bed._server is { } server ? OfficeOptions.Postgres(server.CreateDatabase(), bed._folder.FullName) : OfficeOptions.Sqlite(bed._folder.FullName);
        bed.Office = await BenchOffice.Open(options, services => services.AddProcedures(() => ProcedureLibrary.Load(AppContext.BaseDirectory)));
        await bed.Fill();
        return bed;
    }

    public async ValueTask DisposeAsync()
    {
        await Office.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _server?.Dispose();
        _folder.Dispose();
    }

    /// <summary>A pack of the first dossiers, as an auditor exports it.</summary>
    public async Task<byte[]> Pack(int dossiers)
    {
        Office.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var scope = Office.Enter(DossierLife.Agency);
        using var bytes = new MemoryStream();
        await scope.ServiceProvider.GetRequiredService<ExportPack>().Run(
            Auditor, [.. Enumerable.Range(1, dossiers).Select(IdOf)], "vi", bytes, CancellationToken.None);
        return bytes.ToArray();
    }

    /// <summary>Seals, and takes the seal outside.</summary>
    public async Task Seal()
    {
        Office.Clock.Advance(TimeSpan.FromMinutes(1));
        var seal = await Office.Get<SealHistory>().Run(Auditor, CancellationToken.None);
        await using var scope = Office.Enter(DossierLife.Agency);
        Outside = await scope.ServiceProvider.GetRequiredService<ReadSeals>().File(Auditor, seal.Number, CancellationToken.None);
    }

    /// <summary>The key to seal with, as the best of forgers has got hold of it.</summary>
    public async Task<(ECDsa Key, string Id)> Key()
    {
        var key = ECDsa.Create();
        key.ImportFromPem(await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "sealing-keys", DossierLife.Agency, $"{Outside.Key}.pem")));
        return (key, Outside.Key);
    }

    public static string IdOf(int number) => RowId.Of("tamper", $"{number}");

    private async Task Fill()
    {
        await using (var db = Office.OpenDb())
        {
            db.Add(new Agency
            {
                Id = DossierLife.Agency,
                NameVi = "Ủy ban nhân dân phường An Hòa Đông",
                NameEn = "People's Committee of An Hoa Dong ward",
                Level = AgencyKinds.Commune,
                Kind = AgencyKinds.Committee,
                FromOn = new DateOnly(2025, 7, 1),
            });
            await db.SaveChangesAsync();
        }

        for (var number = 1; number <= 3; number++) await Live(number, DossierLife.Deeds.Count);
        await Print();
        await Seal();
        await Renew();
        for (var number = 4; number <= 5; number++) await Live(number, number - 3);
        await Print();
        await Seal();
    }

    /// <summary>The first key was disclosed, so there are endorsements and what was said of it to tamper with.</summary>
    private async Task Renew()
    {
        Office.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var scope = Office.Enter(DossierLife.Agency);
        await scope.ServiceProvider.GetRequiredService<RenewSealingKey>().Run(
            Auditor with { Grants = [new Grant(Roles.Qmr)] }, new KeyRenewal(VietnamTime.DateOf(Office.Clock.GetUtcNow()), "Mất máy"), CancellationToken.None);
    }

    private async Task Live(int number, int deeds)
    {
        var task = await DossierLife.Receive(Office, IdOf(number));
        for (var deed = 0; deed < deeds; deed++) task = await DossierLife.Complete(Office, IdOf(number), deed, task!);
    }

    private async Task Print()
    {
        await using var scope = Office.Enter(DossierLife.Agency);
        foreach (var id in await scope.ServiceProvider.GetRequiredService<OfficeDb>().Set<RecordRow>().Select(record => record.Id).ToListAsync())
            await scope.ServiceProvider.GetRequiredService<PrintRecord>().Run(id, CancellationToken.None);
    }
}
