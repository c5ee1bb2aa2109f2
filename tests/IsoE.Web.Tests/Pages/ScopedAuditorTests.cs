using System.Net;
using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using Microsoft.EntityFrameworkCore;
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

        // What each page shows to whoever sees the whole agency, and not to them.
        (string Page, string? Hidden)[] shown =
        [
            ("/Quality", null), ("/Quality/Register/policy", null), ("/Quality/Nonconformities", "Yêu cầu bổ sung bản vẽ hai lần"), ("/Quality/Actions", "Mở quầy thứ năm"),
            ("/Quality/Audits", "Đánh giá đột xuất công tác lưu trữ"), ("/Quality/Reviews", "Xem xét đột xuất về thời gian chờ"), ("/Dossiers?kind=internal", "Yêu cầu bổ sung bản vẽ hai lần"),
        ];
        using var whole = await Visit.As("danhgia");
        foreach (var (page, hidden) in shown)
        {
            await visit.Open(page);
            Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.OK), page);
            if (hidden is null) continue;
            await whole.Open(page);
            Assert.That(whole.Page.QuerySelector("main")!.TextContent, Does.Contain(hidden), $"{page}: what is hidden is there");
            Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Not.Contain(hidden), page);
        }

        await visit.Open("/Dossiers");
        await whole.Open("/Dossiers");
        Assert.That(Codes(visit), Is.Not.Empty.And.All.Matches<string>(code => IsOf("culture", code!)));
        Assert.That(Codes(whole), Has.Some.Matches<string>(code => !IsOf("culture", code!)));
    }

    private static List<string> Codes(Visit visit) => [.. visit.Page.QuerySelectorAll("main table .code").Select(code => code.TextContent.Trim())];

    private static bool IsOf(string unit, string code)
    {
        using var db = WebOffice.Services.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContext();
        return db.Set<TaskRow>().IgnoreQueryFilters().Any(task => task.DossierCode == code && task.UnitCode == unit);
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
