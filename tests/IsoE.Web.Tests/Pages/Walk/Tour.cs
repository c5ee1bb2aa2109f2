using System.Globalization;
using System.Text;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Queue.Setup;
using IsoE.Office.Records.Retention.Disposal;
using IsoE.Office.Records.Retention.Transfer;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace IsoE.Web.Tests.Pages.Walk;

/// <summary>Takes the pictures of the readme's tour, every page at the width of a desk and of a phone.</summary>
public sealed class Tour
{
    private const int Shortest = 700;
    private const int TallestDesk = 1300;
    private const int TallestPhone = 1500;

    private readonly StringBuilder _book = new("# Tour\n\nEvery page of IsoE at the width of a desk and of a phone, with the sample agency.\n");
    private string _folder = "";
    private int _number;

    [Test, Explicit("Writes samples/screenshots.")]
    public async Task Pictures_of_every_page()
    {
        _folder = Folder();
        foreach (var old in Directory.EnumerateFiles(_folder, "*.jpg")) File.Delete(old);
        var some = await Some();
        var (kiosk, display) = (await Device(DeviceKind.Kiosk), await Device(DeviceKind.Display));
        await Take("Anybody", null,
        [
            ("Start", "/"), ("Catalogue", "/Catalogue"), ("A procedure", $"/Catalogue/Procedure/{WebOffice.Samples.Main}/1.001612"), ("Handing in online begins", "/Citizen/Prove"),
            ("Tracking", "/Tracking"), ("A dossier followed by its QR code", $"/t/{some.Tracking}"), ("Library", "/Library"), ("The controlled document", "/Library/Procedure/1.013225"),
            ("Appointments", "/Appointments"), ("Ticket machine", $"/Queue/Kiosk/{kiosk}"), ("Display of the hall", $"/Queue/Display/{display}"), ("Without a network", "/Offline"), ("Sign-in", "/Session/SignIn"),
        ]);
        await Take("Reception", "tiepnhan",
        [
            ("Counter", "/Queue"), ("Reception", "/Dossiers/Receive?procedureCode=1.013225"), ("Received", $"/Dossiers/Received/{some.Dossier}"), ("Dossiers", "/Dossiers"),
            ("A dossier", $"/Dossiers/Dossier/{some.Dossier}"), ("Online submissions", "/Dossiers/Submissions"), ("Telephone", "/Dossiers/Calls?q=nguyen"), ("Messages", "/Messages"),
        ]);
        await Take("Cashier", "thuphi", [("Cashier", "/Cashier"), ("Receipts", "/Cashier/Receipts"), ("Daily close", "/Cashier/Day"), ("Refunds", "/Cashier/Refunds")]);
        await Take("Specialist", "xaydung", [("Tasks of the unit", "/Tasks?list=Unit"), ("A task", $"/Tasks/Task/{some.Task}")]);
        await Take("Return", "traketqua", [("Results not collected", "/Dossiers/Uncollected")]);
        await Take("One-stop head", "motcua", [("Receipt books", "/Cashier/Books"), ("National portal", "/Portal"), ("Waiting times", "/Queue/Figures"), ("Queue", "/Queue/Setup")]);
        await Take("Leader", "chutich", [("Overview", "/Overview"), ("Reports", "/Reports"), ("Tasks", "/Tasks"), ("Papers to be signed", "/Signatures/Papers"), ("Own certificates", "/Signatures"), ("Delegations", "/Organisation/Delegations"),
            ("A wrong result is recalled", $"/Dossiers/Act/RecallResult/{some.Returned}"), ("A dossier whose result was recalled", $"/Dossiers/Dossier/{some.Recalled}")]);
        await Take("Records clerk", "vanthu", [("A list of what is destroyed", $"/Quality/Disposal/{some.Disposal}"), ("What is due for the archive", "/Quality/Transfers"), ("A hand-over to the archive", $"/Quality/Transfer/{some.Transfer}")]);
        var draft = await Drafts.Begin("1.013225");
        await Take("Quality manager", Drafts.Author,
        [
            ("Writing", "/Authoring"), ("Step table", $"/Authoring/Steps/{draft}?step=appraise"), ("ISO text", $"/Authoring/Writing/{draft}?part=components&item=1"), ("Review", $"/Authoring/Review/{draft}"),
            ("Rehearsal of a new version", $"/Authoring/Rehearsal/{draft}"), ("Import from Word", "/Authoring/ImportWord"), ("Internal dossiers", "/Dossiers?kind=internal"),
        ]);
        await Take("Auditor", "danhgia", [("Quality system", "/Quality"), .. QualitySystem.Places("danhgia"), ("Everything as it stood at a step", $"/Evidence/AsOf/{some.Dossier}/1"),
            ("Process map", "/Reports/Improvement/Map"), ("Conformance", "/Reports/Improvement/Conformance"), ("Bottlenecks and rework", "/Reports/Improvement/Steps"), ("Yearly report", "/Reports/Year")]);
        await Take("Administrator", "quantri", [("People", "/Organisation/People"), ("Units", "/Organisation/Units"), ("Agency", "/Organisation/Agency"), ("Calendar", "/Calendars"), ("Incidents", "/Operations")]);
        await File.WriteAllTextAsync(Path.Combine(_folder, "README.md"), _book.ToString());
    }

    private async Task Take(string who, string? user, (string Title, string Address)[] stops)
    {
        _book.Append(CultureInfo.InvariantCulture, $"\n## {who}{(user is null ? "" : $" (`{user}`)")}\n");
        var desk = user is null ? await Browsers.Session() : await Browsers.As(user);
        var phone = user is null ? await Browsers.Session(width: 390) : await Browsers.As(user, width: 390);
        foreach (var (title, address) in stops)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{++_number:000}");
            await Picture(desk, address, $"{name}-desk.jpg", TallestDesk);
            await Picture(phone, address, $"{name}-phone.jpg", TallestPhone);
            _book.Append(CultureInfo.InvariantCulture, $"\n### {title}\n\n<img src=\"{name}-desk.jpg\" width=\"640\" alt=\"{title} at a desk\"> <img src=\"{name}-phone.jpg\" width=\"200\" alt=\"{title} on a phone\">\n");
        }
    }

    private async Task Picture(IPage page, string address, string name, int tallest)
    {
        var answer = await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.That(answer!.Status, Is.EqualTo(200), address);
        var (width, height) = (page.ViewportSize!.Width, await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight"));
        // Bars that stick to the edge of the window stand where somebody with a tall one sees them.
        await page.SetViewportSizeAsync(width, Math.Clamp(height, Shortest, tallest));
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(_folder, name), Type = ScreenshotType.Jpeg, Quality = 50 });
        await page.SetViewportSizeAsync(width, Shortest);
    }

    private static async Task<Chosen> Some()
    {
        await using var db = await WebOffice.Services.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync();
        var task = await db.Set<TaskRow>().IgnoreQueryFilters().OrderBy(row => row.Id)
            .FirstAsync(row => row.Status == TaskState.Open && row.Role == "specialist" && row.UnitCode == "economy" && row.AgencyId == WebOffice.Samples.Main);
        var dossiers = db.Set<DossierRow>().IgnoreQueryFilters().Where(row => row.AgencyId == WebOffice.Samples.Main && !row.IsConfidential);
        var dossier = await dossiers.SingleAsync(row => row.InstanceId == task.InstanceId);
        var recalled = await dossiers.FirstAsync(row => row.RecalledAt != null);
        var returned = await dossiers.OrderByDescending(row => row.Code)
            .FirstAsync(row => row.NationalStatus == NationalStatus.Returned && row.RecalledAt == null && row.ParentInstanceId == null && row.ProcedureCode == recalled.ProcedureCode);
        var disposal = await db.Set<DisposalRow>().IgnoreQueryFilters().FirstAsync(row => row.AgencyId == WebOffice.Samples.Main && row.Status == DisposalStatus.Proposed);
        var transfer = await db.Set<TransferRow>().IgnoreQueryFilters().FirstAsync(row => row.AgencyId == WebOffice.Samples.Main);
        return new(dossier.InstanceId, task.Id, dossier.TrackingSecret, returned.InstanceId, recalled.InstanceId, disposal.InstanceId, transfer.InstanceId);
    }

    private static async Task<string> Device(DeviceKind kind)
    {
        using var scope = WebOffice.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentAgency>().Enter(WebOffice.Samples.Main);
        return await scope.ServiceProvider.GetRequiredService<OpenDevice>()
            .Run(new Actor(WebOffice.Samples.Main, "test", "Quản trị", [new Grant(Roles.TenantAdmin)]), kind, "Sảnh", default);
    }

    private static string Folder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "IsoE.sln"))) root = root.Parent!;
        return Path.Combine(root.FullName, "samples", "screenshots");
    }

    /// <summary>What of the sample agency the pictures show, by ids.</summary>
    private sealed record Chosen(string Dossier, string Task, string Tracking, string Returned, string Recalled, string Disposal, string Transfer);
}
