using System.Globalization;
using System.Text;
using IsoE.Office.Dossiers;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Web.Tests.Pages;

/// <summary>Which role gets which answer from which page, held against a golden file.</summary>
public sealed class PageRightsTests
{
    private static readonly string[] Pages =
    [
        "/", "/Tracking", "/Library", "/Library/Procedure/1.013225", "/Library/Document/1.013225/1", "/Library/Compare/1.013225", "/Help/Keyboard", "/Catalogue",
        "/Citizen/Prove", "/Citizen", "/Dossiers/Submissions",
        "/Dossiers/Receive", "/Dossiers/Calls", "/Dossiers", "/Dossiers?kind=internal", "/Dossiers/Open", "/Library/Procedure/QT-04", "/Tasks", "/Signatures/Papers", "/Overview", "/Reports",
        "/Cashier", "/Cashier/Receipts", "/Cashier/Books", "/Cashier/Notices", "/Cashier/Refunds", "/Cashier/Day",
        "/Organisation/People", "/Organisation/Person", "/Organisation/Units", "/Organisation/Unit", "/Organisation/Unit/economy", "/Organisation/Positions", "/Organisation/Position/chair",
        "/Organisation/Delegations", "/Organisation/Agency", "/Organisation/Log", "/Organisation/Reads", "/Quality/Subject", "/Quality/Retention", "/Quality/Holds", "/Quality/Disposals", "/Quality/Transfers", "/Portal", "/Messages", "/Messages/OptOut", "/Operations", "/Reports/Register",
        "/Authoring", "/Authoring/Begin", "/Authoring/ImportWord", "/Authoring/ImportBpmn", "/Authoring/ExternalDocuments",
        "/Calendars", "/Queue", "/Queue/Figures", "/Queue/Setup", "/Queue/Setup/Devices", "/Appointments", "/Reports/Satisfaction", "/Dossiers/Uncollected", "/Session/Password", "/Quality",
        "/Quality/Register/policy", "/Quality/Register/risks", "/Quality/Entry/risks", "/Quality/Nonconformities", "/Quality/Actions", "/Quality/Matrix", "/Quality/Sample", "/Quality/Audits", "/Quality/Reviews", "/Quality/Auditors",
        "/Evidence/Seals", "/Evidence/Pack",
    ];

    private static readonly (string Role, string User)[] People =
    [
        ("(public)", ""), ("reception_officer", "tiepnhan"), ("return_officer", "traketqua"), ("cashier", "thuphi"), ("one_stop_head", "motcua"),
        ("specialist", "xaydung"), ("division_head", "truongphong"), ("agency_leader", "chutich"), ("clerk", "vanthu"),
        ("iso_secretary", "thukyiso"), ("internal_auditor", "danhgia"), ("tenant_admin", "quantri"), ("kstt_officer (province)", "kstt.tp"),
    ];

    [Test]
    public async Task Every_page_answers_each_role_as_the_golden_file_says()
    {
        var actual = new StringBuilder();
        foreach (var (role, user) in People)
        {
            using var visit = user.Length == 0 ? Visit.Anonymous() : await Visit.As(user);
            foreach (var page in Pages)
            {
                await visit.Open(page);
                var status = ((int)visit.Status).ToString(CultureInfo.InvariantCulture);
                actual.Append(CultureInfo.InvariantCulture, $"{role,-24} {page,-32} {status}\n");
            }
        }

        await File.WriteAllTextAsync(Path.Combine(TestContext.CurrentContext.WorkDirectory, "page-rights.actual.txt"), actual.ToString());
        var golden = await File.ReadAllTextAsync(Path.Combine(TestContext.CurrentContext.TestDirectory, "page-rights.txt"));
        Assert.That(actual.ToString(), Is.EqualTo(golden), "If the change is meant, copy page-rights.actual.txt over page-rights.txt.");
    }

    [Test]
    public async Task A_dossier_of_another_agency_is_not_found()
    {
        using var visit = await Visit.As("kstt.tp");
        await visit.Open($"/Dossiers/Dossier/{await SomeCode()}");
        Assert.That((int)visit.Status, Is.EqualTo(404));
    }

    [Test]
    public async Task An_administrator_cannot_open_a_dossier()
    {
        using var visit = await Visit.As("quantri");
        await visit.Open($"/Dossiers/Dossier/{await SomeCode()}");
        Assert.That((int)visit.Status, Is.EqualTo(403));
    }

    private static async Task<string> SomeCode()
    {
        await using var db = await WebOffice.Services.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync();
        return await db.Set<DossierRow>().IgnoreQueryFilters().Where(row => row.AgencyId == WebOffice.Samples.Main).Select(row => row.Code).FirstAsync();
    }
}
