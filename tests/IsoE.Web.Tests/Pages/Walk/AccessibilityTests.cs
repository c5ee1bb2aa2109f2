using IsoE.Office.Dossiers;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace IsoE.Web.Tests.Pages.Walk;

/// <summary>Every page, in both languages, held against axe's rules and looked at for sideways scrolling on a small phone.</summary>
public sealed class AccessibilityTests
{
    private const string Nowhere = "/nothing-here";

    private static readonly string[] Public = ["/", "/Session/SignIn", "/Tracking", "/Library", "/Library/Procedure/1.013225", "/Help/Keyboard", "/Offline", Nowhere];

    private static readonly string[] Leader =
    [
        "/Overview", "/Reports", "/Dossiers", "/Tasks", "/Tasks?list=Done", "/Signatures", "/Signatures/Papers", "/Organisation/People", "/Organisation/Units",
        "/Organisation/Delegations", "/Organisation/Reads", "/Calendars", "/Session/Password", "/Messages", "/Portal", "/Reports/Satisfaction", "/Queue/Figures",
        "/Quality/Holds",
    ];

    [Test]
    public async Task A_field_without_a_label_and_pale_words_are_found()
    {
        var page = await Browsers.Session();
        await page.SetContentAsync("<html lang='vi'><title>Mẫu</title><main><h1 style='color: #ddd; background: #fff'>Nhạt</h1><input></main></html>");

        Assert.That((await page.AxeFindings()).Select(finding => finding.Split(':')[0]), Is.EquivalentTo(new[] { "color-contrast", "label" }));
        Assert.That((await page.AxeFindings(colours: false)).Select(finding => finding.Split(':')[0]), Is.EquivalentTo(new[] { "label" }));
    }

    [TestCase("vi")]
    [TestCase("en")]
    public async Task Public_pages_have_no_axe_findings(string language)
    {
        var page = await Browsers.Session(width: 360);
        await Check(page, language, Public);
    }

    [TestCase("vi")]
    [TestCase("en")]
    public async Task Pages_of_a_leader_have_no_axe_findings(string language) => await Check(await Browsers.As("chutich", width: 360), language, Leader);

    [TestCase("vi")]
    [TestCase("en")]
    public async Task Acts_of_a_leader_on_a_dossier_have_no_axe_findings(string language)
    {
        var (dossier, _) = await Some();
        await Check(await Browsers.As("chutich", width: 360), language, [$"/Dossiers/Act/RecallResult/{dossier}", $"/Dossiers/Act/Stop/{dossier}", $"/Dossiers/Act/Extend/{dossier}"]);
    }

    [TestCase("vi")]
    [TestCase("en")]
    public async Task The_desk_a_dossier_and_a_task_have_no_axe_findings(string language)
    {
        var (dossier, task) = await Some();
        await Check(await Browsers.As("tiepnhan", width: 360), language,
        [
            "/Dossiers/Receive", "/Dossiers/Receive?procedureCode=1.013225", $"/Dossiers/Received/{dossier}", $"/Dossiers/Dossier/{dossier}",
            $"/Dossiers/Act/AddAttachment/{dossier}", $"/Dossiers/Act/AskWithdrawal/{dossier}", $"/Dossiers/Act/CheckComponents/{dossier}",
        ]);
        await Check(await Browsers.As("thuphi", width: 360), language, ["/Cashier", "/Cashier/Receipts", "/Cashier/Day", "/Cashier/Refunds", "/Cashier/Notices"]);
        await Check(await Browsers.As("motcua", width: 360), language, ["/Cashier/Books", "/Dossiers/Calls?q=nguyen", "/Dossiers/Uncollected", "/Messages/OptOut", "/Quality/Subject"]);
        await Check(await Browsers.As("xaydung", width: 360), language, ["/Tasks?list=Unit", $"/Tasks/Task/{task}"]);
        await Check(await Browsers.As("quantri", width: 360), language, ["/Organisation/Person", "/Calendars", "/Queue/Setup", "/Queue/Setup/Field", "/Queue/Setup/Counter", "/Queue/Setup/Group", "/Queue/Setup/Devices"]);
        await Check(await Browsers.As("thukyiso", width: 360), language, ["/Dossiers", "/Dossiers/Open", "/Dossiers/Open?procedureCode=QT-04", "/Library/Procedure/QT-03"]);
    }

    [TestCase("vi")]
    [TestCase("en")]
    public async Task Pages_of_an_author_have_no_axe_findings(string language)
    {
        var draft = await Drafts.Begin("1.013225");
        await Check(await Browsers.As(Drafts.Author, width: 360), language,
        [
            "/Authoring", "/Authoring/Begin", "/Authoring/ImportWord", "/Authoring/ImportBpmn", "/Authoring/ExternalDocuments", "/Authoring/ExternalDocument",
            $"/Authoring/Preview/{draft}", $"/Authoring/Rehearsal/{draft}", $"/Authoring/Steps/{draft}?step=appraise", $"/Authoring/Steps/{draft}?add=receive",
            $"/Authoring/Writing/{draft}?part=components&item=1", $"/Authoring/Writing/{draft}?part=cases&item=0", $"/Authoring/Review/{draft}",
        ]);
    }

    [Test]
    public async Task Pages_of_an_auditor_have_no_axe_findings()
    {
        var (dossier, _) = await Some();
        await Check(await Browsers.As("danhgia", width: 360), "vi",
        [
            "/Quality", .. QualitySystem.Places("danhgia").Select(place => place.Address), $"/Evidence/AsOf/{dossier}/1", "/Quality/Sample", "/Reports/Improvement/Map", "/Reports/Improvement/Conformance",
            "/Reports/Improvement/Steps", "/Reports/Year",
        ]);
    }

    private static async Task Check(IPage page, string language, IEnumerable<string> addresses)
    {
        await page.GotoAsync($"/language/{language}?back=/");
        foreach (var address in addresses)
        {
            var answer = await page.GotoAsync(address);
            Assert.That(answer!.Status, Is.EqualTo(address == Nowhere ? 404 : 200), address);
            // Colours are the same in both languages.
            await page.IsAccessible(colours: language == "vi");
            Assert.That(await page.GetAttributeAsync("html", "lang"), Is.EqualTo(language), address);
        }
    }

    private static async Task<(string Dossier, string Task)> Some()
    {
        await using var db = await WebOffice.Services.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync();
        var task = await db.Set<TaskRow>().IgnoreQueryFilters().OrderBy(row => row.Id)
            .FirstAsync(row => row.Status == TaskState.Open && row.Role == "specialist" && row.UnitCode == "economy" && row.AgencyId == WebOffice.Samples.Main);
        var dossier = await db.Set<DossierRow>().IgnoreQueryFilters().SingleAsync(row => row.InstanceId == task.InstanceId);
        return (dossier.InstanceId, task.Id);
    }
}
