using IsoE.Office.Messages;
using IsoE.Office.NationalPortal;
using IsoE.Office.NationalPortal.Adapters;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.TestBed;
using IsoE.PortalSimulator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Tests.NationalPortal;

/// <summary>A ward that works with the national portal, and the simulated portal on the other side.</summary>
internal sealed class PortalBed : IAsyncDisposable
{
    public const string Ward = DossierBed.Ward;
    private const string Secret = "shared by both sides";

    private readonly HttpMessageInvoker _http;
    private int _commands;

    private PortalBed(DossierBed bed, SimulatedPortal portal, HttpMessageInvoker http) => (Bed, Portal, _http) = (bed, portal, http);

    public DossierBed Bed { get; }

    public TestOffice Office => Bed.Office;

    public TestClock Clock => Bed.Clock;

    public SimulatedPortal Portal { get; }

    public static async Task<PortalBed> Start(SimulatedPortal portal)
    {
        TestClock? clock = null;
        var http = new HttpMessageInvoker(new Interface(portal, Secret, () => clock!.Now));
        var options = new PortalOptions { Url = "https://portal.example.vn", Secret = Secret, Folder = "" };
        var bed = await DossierBed.Start(DatabaseKind.Sqlite, services => services
            .AddSingleton(options)
            .AddSingleton<IPortalAdapter>(all => new CloudEventsPortal(options, http, all.GetRequiredService<TimeProvider>())));
        clock = bed.Clock;
        await using var db = bed.Office.OpenDb();
        await db.Set<Agency>().Where(agency => agency.Id == Ward)
            .ExecuteUpdateAsync(agency => agency.SetProperty(each => each.PortalMode, PortalMode.NationalSync));
        return new PortalBed(bed, portal, http);
    }

    public Task<int> Push() => Office.Get<OutboxDispatcher>().DeliverPending([PortalProjection.PushTopic], default);

    /// <summary>Until everything is acknowledged; what was given up is sent again, as an officer does.</summary>
    public async Task PushAll()
    {
        var officer = new Actor(Ward, "kstt", "Trương Thị Ngọc", [new Grant(Roles.KsttOfficer)]);
        for (var round = 0; round < 200; round++)
        {
            await Push();
            Clock.Advance(TimeSpan.FromMinutes(5));
            await using var db = Office.OpenDb();
            var open = db.Outbox.IgnoreQueryFilters().Where(row => row.Topic == PortalProjection.PushTopic && row.Status != OutboxStatus.Delivered);
            if (!await open.AnyAsync()) return;
            if (await open.AnyAsync(row => row.Status == OutboxStatus.Dead))
                await Bed.Run<SendAgain, int>(again => again.Run(officer, null, $"again-{++_commands}", default));
        }
        Assert.Fail("The portal never acknowledged everything.");
    }

    public async ValueTask DisposeAsync()
    {
        await Bed.DisposeAsync();
        _http.Dispose();
    }
}
