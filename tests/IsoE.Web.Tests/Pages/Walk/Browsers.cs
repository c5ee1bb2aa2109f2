using IsoE.Web.Tests.Pages.Walk;
using Microsoft.Playwright;

[assembly: ClosesSessions]

namespace IsoE.Web.Tests.Pages.Walk;

/// <summary>One browser for the tests that need one; each person gets a session of their own.</summary>
[SetUpFixture]
public sealed class Browsers
{
    private static IPlaywright? _playwright;
    private static IBrowser? _browser;
    private static readonly List<IBrowserContext> Sessions = [];

    // The shell without a window draws the same pages and starts far fewer processes.
    private static IEnumerable<string> Installed => ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser"];

    [OneTimeSetUp]
    public async Task Open()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? Installed.First(File.Exists),
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A page in a session of its own; <paramref name="errors"/> gathers what the browser complains of.</summary>
    /// <param name="worker">Whether the site's service worker may run: it would stand between a test and its requests.</param>
    public static async Task<IPage> Session(List<string>? errors = null, int width = 1280, bool worker = false)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = WebOffice.Address.ToString(),
            // "Today" is the agency's day in the calendar too, whatever the machine's zone.
            TimezoneId = "Asia/Ho_Chi_Minh",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ServiceWorkers = worker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
        });
        context.SetDefaultTimeout(60_000);
        Sessions.Add(context);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => errors?.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("422", StringComparison.Ordinal) && !message.Text.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal)) errors?.Add(message.Text);
        };
        return page;
    }

    public static async Task CloseSessions()
    {
        foreach (var session in Sessions) await session.CloseAsync();
        Sessions.Clear();
    }

    public static async Task<IPage> As(string user, List<string>? errors = null, int width = 1280)
    {
        var page = await Session(errors, width);
        await page.GotoAsync("/Session/SignIn");
        await page.FillAsync("#UserName", user);
        await page.FillAsync("#Password", WebOffice.Samples.Password);
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync(url => !url.Contains("SignIn", StringComparison.Ordinal));
        return page;
    }
}
