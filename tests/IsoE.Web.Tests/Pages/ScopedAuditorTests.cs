using System.Net;
using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Web.Tests.Pages;

/// <summary>An auditor from outside who was invited to one division, at every page of the quality system.</summary>
public sealed class ScopedAuditorTests
{
    [Test]
    public async Task Pages_of_the_whole_agency_are_refused_in_words_and_lists_show_the_part_they_were_invited_to()
    {
        using var visit = await Invited("culture");
        string[] refused =
        [
            "/Quality/Matrix", "/Quality/Sample", "/Quality/Register/risks", "/Quality/Register/objectives", "/Quality/Retention", "/Quality/Subject", "/Quality/Auditors", "/Quality/Entry/risks",
            "/Evidence/Seals", "/Evidence/Pack", "/Reports", "/Reports/Satisfaction", "/Reports/Register", "/Reports/Improvement", "/Organisation/Log", "/Organisation/People", "/Cashier/Receipts",
        ];
        foreach (var page in refused)
        {
            await visit.Open(page);
            Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Forbidden), page);
            Assert.That(visit.Page.QuerySelector("h1")?.TextContent, Is.Not.Null.And.Not.Empty, page);
        }

        foreach (var page in new[] { "/Quality", "/Quality/Nonconformities", "/Quality/Actions", "/Quality/Audits", "/Quality/Reviews", "/Quality/Register/policy", "/Dossiers", "/Dossiers?kind=internal" })
        {
            await visit.Open(page);
            Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.OK), page);
            Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Not.Contain("Mở quầy thứ năm").And.Not.Contain("Yêu cầu bổ sung bản vẽ hai lần"), page);
        }

        foreach (var page in new[] { "/Quality/Nonconformities", "/Quality/Actions" })
            Assert.That((await (await Visit.As("danhgia")).Open(page)).Page.QuerySelector("main")!.TextContent, Does.Contain(page.EndsWith("Actions", StringComparison.Ordinal) ? "Mở quầy thứ năm" : "Yêu cầu bổ sung bản vẽ hai lần"), "what is hidden is there");
    }

    private static async Task<Visit> Invited(string unit)
    {
        string password;
        using (var scope = WebOffice.Services.CreateScope())
        {
            var services = scope.ServiceProvider;
            services.GetRequiredService<CurrentAgency>().Enter(WebOffice.Samples.Main);
            var leader = await services.GetRequiredService<ResolveActor>().Run(WebOffice.Samples.Main, RowId.Of("person chutich"), default);
            var today = VietnamTime.DateOf(services.GetRequiredService<TimeProvider>().GetUtcNow());
            var auditor = await services.GetRequiredService<InviteAuditor>().Run(
                leader, new AuditorInvitation($"scoped-{unit}", "Lê Văn Kiểm", "Trung tâm chứng nhận", null, unit, null, today, today.AddDays(3)), default);
            var admin = await services.GetRequiredService<ResolveActor>().Run(WebOffice.Samples.Main, RowId.Of("person quantri"), default);
            password = await services.GetRequiredService<OpenAccount>().Run(admin, auditor.Id, $"kiem.{unit}", default);
        }

        var visit = new Visit();
        await visit.Open("/Session/SignIn");
        await visit.Send("main form", ("UserName", $"kiem.{unit}"), ("Password", password));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Redirect), visit.Errors);
        return visit;
    }
}
