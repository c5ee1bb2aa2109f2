using System.Text.Json;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace IsoE.Web.Tests.Pages.Walk;

/// <summary>A dossier whose term is over: held, released, listed by one person and destroyed by another; and one handed over to the archive.</summary>
public sealed class KeepingWalk
{
    private readonly List<string> _errors = [];

    [Test]
    public async Task A_list_goes_through_two_people_and_a_hold_stops_it_before()
    {
        var code = await Refused(yearsAgo: 12);
        await Hold(code);
        var clerk = await Browsers.As("vanthu", _errors);
        await clerk.GotoAsync("/Quality/Disposals");
        Assert.That(await clerk.InnerTextAsync("#Dossiers"), Does.Contain("đang bị giữ theo lệnh giữ số"));
        await clerk.IsAccessible();
        await Lift(code);

        await clerk.ReloadAsync();
        await Choose(clerk, code);
        await clerk.FillAsync("[name=Ground]", "Quyết định 12/QĐ-UBND");
        await clerk.ClickAsync("main form .btn-primary");
        await clerk.WaitForURLAsync("**/Quality/Disposal/**");
        var list = new Uri(clerk.Url).PathAndQuery;
        Assert.That(await clerk.Locator("text=Phê duyệt và hủy").CountAsync(), Is.Zero);

        var leader = await Browsers.As("chutich", _errors);
        await leader.GotoAsync(list);
        await leader.IsAccessible();
        await leader.ClickAsync("main form .btn-primary");
        await Until(leader, "Đã thực hiện");
        Assert.That(await leader.InnerTextAsync("main"), Does.Contain("đã hủy 1 hồ sơ, giữ lại 0").And.Contain("Biên bản hủy (PDF)"));
        await leader.GotoAsync($"/Dossiers/Dossier/{code}");
        Assert.That(await leader.InnerTextAsync("main"), Does.Contain("Nội dung và tệp đã hủy theo danh mục số").And.Not.Contain("Phạm Thị Ngọc Ánh"));
        await leader.IsAccessible();
        Assert.That(_errors, Is.Empty);
    }

    [Test]
    public async Task A_package_is_acknowledged_by_its_hash_by_somebody_else()
    {
        var code = await Refused(yearsAgo: 1);
        var clerk = await Browsers.As("vanthu", _errors);
        await clerk.GotoAsync("/Quality/Transfers");
        await Choose(clerk, code);
        await clerk.FillAsync("[name=Archive]", "Lưu trữ lịch sử tỉnh");
        await clerk.IsAccessible();
        await clerk.ClickAsync("main form .btn-primary");
        await clerk.WaitForURLAsync("**/Quality/Transfer/**");
        await Until(clerk, "Chờ xác nhận tiếp nhận");
        var hash = await clerk.InnerTextAsync("dd.code");

        var other = await Browsers.As("thukyiso", _errors);
        await other.GotoAsync(new Uri(clerk.Url).PathAndQuery);
        await other.IsAccessible();
        await other.FillAsync("[name=Sha256]", "khác");
        await other.ClickAsync("main form .btn-primary");
        Assert.That(await other.InnerTextAsync("main"), Does.Contain("không khớp với gói"));
        await other.FillAsync("[name=Sha256]", hash);
        await other.ClickAsync("main form .btn-primary");
        await other.Locator("text=Lưu trữ đã tiếp nhận").WaitForAsync();
        Assert.That(_errors, Is.Empty);
    }

    [Test]
    public async Task The_hash_of_a_package_fits_a_phone()
    {
        var phone = await Browsers.As("vanthu", _errors, width: 390);
        await phone.GotoAsync("/Quality/Transfers");
        await phone.ClickAsync("a[href*='/Quality/Transfer/']");
        await phone.Locator("dd.code").WaitForAsync();

        Assert.That(await phone.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"), Is.Zero);
        Assert.That(_errors, Is.Empty);
    }

    /// <summary>Ticks this dossier and no other.</summary>
    private static async Task Choose(IPage page, string code)
    {
        foreach (var box in await page.Locator("#Dossiers input[type=checkbox]").AllAsync()) await box.UncheckAsync();
        await page.Locator("tr", new PageLocatorOptions { HasText = code }).Locator("input[type=checkbox]").CheckAsync();
    }

    private async Task Hold(string code)
    {
        var leader = await Browsers.As("chutich", _errors);
        await leader.GotoAsync($"/Dossiers/Dossier/{code}");
        await leader.ClickAsync($"a[href='/Quality/Holds?dossier={code}']");
        await leader.FillAsync("[name=Ground]", "Đơn khiếu nại số 12");
        await leader.ClickAsync("main form .btn-primary");
        await leader.Locator("main section", new PageLocatorOptions { HasText = code }).WaitForAsync();
        await leader.IsAccessible();
        await leader.GotoAsync($"/Dossiers/Dossier/{code}");
        Assert.That(await leader.InnerTextAsync("main"), Does.Contain("Không được hủy hồ sơ này").And.Contain("Đơn khiếu nại số 12"));
    }

    private async Task Lift(string code)
    {
        var leader = await Browsers.As("chutich", _errors);
        await leader.GotoAsync("/Quality/Holds");
        var hold = leader.Locator("main section", new PageLocatorOptions { HasText = code });
        await hold.Locator("summary").ClickAsync();
        await hold.Locator("textarea").FillAsync("Đã giải quyết");
        await hold.Locator("button").ClickAsync();
        await leader.Locator("main section", new PageLocatorOptions { HasText = code }).Locator("text=đã bỏ").WaitForAsync();
    }

    /// <summary>The work goes on behind the page: it is read again until it says so.</summary>
    private static async Task Until(IPage page, string text)
    {
        for (var attempt = 0; attempt < 60 && !(await page.InnerTextAsync("main")).Contains(text, StringComparison.Ordinal); attempt++)
        {
            await page.WaitForTimeoutAsync(500);
            await page.ReloadAsync();
        }

        Assert.That(await page.InnerTextAsync("main"), Does.Contain(text));
    }

    /// <summary>A dossier refused at the counter, its end set back as if that time had passed.</summary>
    private static async Task<string> Refused(int yearsAgo)
    {
        using var scope = WebOffice.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentAgency>().Enter(WebOffice.Samples.Main);
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        var account = await db.Set<Account>().SingleAsync(row => row.UserName == "tiepnhan");
        var actor = await scope.ServiceProvider.GetRequiredService<ResolveActor>().Run(WebOffice.Samples.Main, account.PersonId, default);
        var applicant = new Applicant(ApplicantKind.Citizen, "Phạm Thị Ngọc Ánh", "079185004321", "0908111222", null, "3 Trần Phú");
        var reception = new Reception(
            RowId.New(scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow()), "1.001612", "standard", Channel.Direct, applicant, ReturnWay.Counter, JsonSerializer.SerializeToElement(new { }), [], 1, null, [], false);
        var dossier = await scope.ServiceProvider.GetRequiredService<RefuseAtCounter>().Run(actor, reception, "Không thuộc thẩm quyền", default);
        var ended = dossier.FinishedAt!.Value.AddYears(-yearsAgo);
        await db.Set<DossierRow>().Where(row => row.InstanceId == dossier.InstanceId).ExecuteUpdateAsync(row => row.SetProperty(each => each.FinishedAt, ended));
        // Nothing is destroyed of which something still waits to be printed or sent.
        for (var attempt = 0; attempt < 600 && await db.Set<OutboxRow>().AnyAsync(row => row.InstanceId == dossier.InstanceId && row.Status == OutboxStatus.Pending); attempt++)
            await Task.Delay(200);
        return dossier.Code;
    }
}
