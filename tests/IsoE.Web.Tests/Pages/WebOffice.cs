using IsoE.Web.Demo;
using IsoE.Web.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Web.Tests.Pages;

/// <summary>The whole product with the sample agencies, served once for all tests of this assembly.</summary>
[SetUpFixture]
public sealed class WebOffice
{
    public const string PortalSecret = "another secret of the tests";

    public const string SmsSecret = "a secret of the tests";

    private static Host? _host;
    private static string _folder = "";

    public static SampleAgencies Samples { get; private set; } = null!;

    public static Uri Address { get; private set; } = null!;

    public static IServiceProvider Services => _host!.Services;

    [OneTimeSetUp]
    public void Open()
    {
        _folder = Directory.CreateTempSubdirectory("isoe-web-").FullName;
        _host = new Host(_folder);
        _host.UseKestrel(0);
        _host.StartServer();
        Address = _host.ClientOptions.BaseAddress;
        Samples = Services.GetRequiredService<Site>().Samples!;
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (_host is not null) await _host.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    public const string PaymentKey = "khoa-ky-thong-bao";

    /// <summary>Where the sample ward takes transfers.</summary>
    private static readonly (string Name, string Value)[] Account =
    [
        ("Agency", "H29.150"), ("BankBin", "970403"), ("BankName", "Sacombank"), ("Account", "0011012345678"), ("Holder", "UBND PHUONG AN HOA DONG"),
        ("Key", PaymentKey),
    ];

    private sealed class Host(string folder) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("IsoE:Data", folder);
            builder.UseSetting("IsoE:SignInsPerMinute", "100000");
            builder.UseSetting("IsoE:Sms:InboundSecret", SmsSecret);
            foreach (var (name, value) in Account) builder.UseSetting($"IsoE:Payments:0:{name}", value);
            builder.UseSetting("IsoE:Portal:Secret", PortalSecret);
        }
    }
}
