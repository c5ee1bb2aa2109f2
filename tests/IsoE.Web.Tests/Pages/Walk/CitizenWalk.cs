using System.Text;
using IsoE.Office.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace IsoE.Web.Tests.Pages.Walk;

/// <summary>A citizen with a phone: from finding the procedure to the result, with the officers between.</summary>
public sealed class CitizenWalk
{
    private const string Phone = "0987001122";

    private static readonly byte[] Paper = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");

    private readonly List<string> _errors = [];

    [Test]
    public async Task A_household_business_is_applied_for_supplemented_and_delivered_on_a_phone()
    {
        var citizen = await Browsers.Session(_errors, width: 390);
        await FindProcedure(citizen);
        await Prove(citizen);
        await FillIn(citizen);
        var code = await Send(citizen);

        await Accept(code);
        await Desk.Complete("tiepnhan", code, _errors, async page =>
        {
            await page.FillAsync("[name='Answers[pages]']", "3");
            await page.CheckAsync("[name='Answers[originalsChecked]'][value=true]");
        });
        await Desk.Complete("kinhdoanh", code, _errors, async page =>
        {
            await page.EvalOnSelectorAsync("details:has([value=NeedsSupplement])", "part => { part.open = true; }");
            await page.FillAsync("[name='Answers[NeedsSupplement:items]']", "Ảnh biển hiệu");
            await page.FillAsync("[name='Answers[NeedsSupplement:reason]']", "Chưa rõ địa điểm");
            await page.FillAsync("[name='Answers[NeedsSupplement:legalGround]']", "NĐ 168/2025/NĐ-CP");
        }, "button[value=NeedsSupplement]");
        await Supply(citizen, code);
        await Desk.Complete("kinhdoanh", code, _errors, async page =>
        {
            await page.CheckAsync("[name='Answers[Eligible:nameUnique]'][value=true]");
            await page.FillAsync("[name='Answers[Eligible:businessCode]']", "0312345678");
            await page.CheckAsync("[name='Answers[Eligible:conditionalLines]'][value=false]");
        });
        await Desk.Complete("truongphong", code, _errors);
        await Desk.Complete("vanthu", code, _errors, async page =>
        {
            await page.FillAsync("[name='Answers[number]']", "06/GCN-UBND");
            await page.FillAsync("[name='Answers[issuedOn]']", await page.Today());
        });

        await citizen.ReloadAsync();
        Assert.That(await citizen.Locator(".callout.done").InnerTextAsync(), Does.Contain("Nộp phí"), "What is owed comes before the result.");
        await Desk.Pay(code, _errors);
        await citizen.ReloadAsync();
        await citizen.IsAccessible();
        var result = await citizen.APIRequest.GetAsync((await citizen.GetAttributeAsync(".callout.done a", "href"))!);
        Assert.That(Encoding.ASCII.GetString((await result.BodyAsync())[..5]), Is.EqualTo("%PDF-"));
        await Rate(citizen);
        Assert.That(_errors, Is.Empty);
    }

    private static async Task Rate(IPage page)
    {
        await page.ClickAsync("text=Đánh giá mức độ hài lòng");
        await page.IsAccessible();
        foreach (var question in new[] { "Access", "Staff", "Result" })
            await page.ClickAsync($".marks label:has([name='Marks.{question}'][value='5'])");
        await page.ClickAsync("main .btn-primary");
        Assert.That(await page.InnerTextAsync(".confirmation"), Does.Contain("Xin cảm ơn"));
    }

    private static async Task FindProcedure(IPage page)
    {
        await page.GotoAsync("/");
        await page.ClickAsync("main a[href='/Catalogue']");
        await page.FillAsync("[name=q]", "ho kinh daonh");
        await page.Keyboard.PressAsync("Enter");
        await page.ClickAsync("#offers tbody.group a");
        await page.IsAccessible();
        await page.ClickAsync("text=Nộp trực tuyến");
    }

    private static async Task Prove(IPage page)
    {
        await page.IsAccessible();
        await page.FillAsync("#Contact", "0987 001 122");
        await page.ClickAsync("main .btn-primary");
        await page.FillAsync("#Code", "000000");
        await page.ClickAsync("main .btn-primary");
        Assert.That(await page.Locator(".error-summary").InnerTextAsync(), Does.Contain("Còn 4 lần thử"));
        await page.FillAsync("#Code", await CodeSent());
        await page.ClickAsync("main .btn-primary");
        await page.WaitForURLAsync(url => url.Contains("/Citizen/Draft", StringComparison.Ordinal));
    }

    private static async Task<string> CodeSent()
    {
        var folder = Path.Combine(WebOffice.Services.GetRequiredService<OfficeOptions>().DataDirectory, "outgoing");
        for (var tried = 0; ; tried++)
        {
            var sent = Directory.Exists(folder) ? new DirectoryInfo(folder).GetFiles("*.sms").OrderByDescending(file => file.LastWriteTimeUtc).Select(file => File.ReadAllText(file.FullName)).FirstOrDefault(text => text.StartsWith(Phone, StringComparison.Ordinal)) : null;
            if (sent is not null) return System.Text.RegularExpressions.Regex.Match(sent[Phone.Length..], @"\b\d{6}\b").Value;
            Assert.That(tried, Is.LessThan(100), "No code was sent.");
            await Task.Delay(200);
        }
    }

    private static async Task FillIn(IPage page)
    {
        Assert.That(await page.InputValueAsync("#Phone"), Is.EqualTo(Phone), "What was proven is known.");
        await page.FillAsync("#Name", "Lương Thị Ngân");
        await page.FillAsync("#IdentityNumber", "079186004321");
        await page.FillAsync("#Address", "9 đường Số 5");
        await page.IsAccessible();
        await page.ClickAsync("form[action*=Applicant] .btn-primary");
        await page.FillAsync("[name='Answers[businessName]']", "Hộ kinh doanh Ngân Hà");
        await page.FillAsync("[name='Answers[ownerIdentity]']", "079186004321");
        await page.FillAsync("[name='Answers[businessAddress]']", "9 đường Số 5");
        await page.CheckAsync("[name='Answers[placeKind]'][value=owned]");
        await page.FillAsync("[name='Answers[businessLines]']", "5610 - Nhà hàng");
        await page.FillAsync("[name='Answers[capital]']", "80.000.000");
        await page.FillAsync("[name='Answers[workers]']", "2");
        await page.FillAsync("[name='Answers[startOn]']", await page.Today());
        foreach (var (field, value) in new[] { ("isHousehold", "false"), ("filedByAgent", "false"), ("dataAvailable", "true") })
            await page.CheckAsync($"[name='Answers[{field}]'][value={value}]");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.IsAccessible();
        // Another device goes on with what has been saved.
        await page.ReloadAsync();
        Assert.That(await page.InputValueAsync("[name='Answers[businessName]']"), Is.EqualTo("Hộ kinh doanh Ngân Hà"));
        await page.ClickAsync("form[action*=Declaration] .btn-primary");
    }

    private static async Task<string> Send(IPage page)
    {
        await page.SetInputFilesAsync("#file-request", new FilePayload { Name = "don.exe.pdf", MimeType = "application/pdf", Buffer = Paper });
        await page.Locator(".error", new PageLocatorOptions { HasText = "chương trình" }).WaitForAsync();
        await page.SetInputFilesAsync("#file-request", new FilePayload { Name = "don.pdf", MimeType = "application/pdf", Buffer = Paper });
        await page.Locator(".tag.ontime").WaitForAsync();
        await page.IsAccessible();
        await page.ClickAsync("form[action*=Papers] .btn-primary");
        await page.CheckAsync("#Confirmed");
        await page.IsAccessible();
        await SendWithoutNetwork(page);
        await page.Locator(".confirmation").WaitForAsync();
        await page.IsAccessible();
        var code = await page.InnerTextAsync(".confirmation .code");
        await page.ClickAsync("main .btn-primary");
        await page.IsAccessible();
        return code;
    }

    /// <summary>The network is gone when the button is pressed: the page says so, and sends when it is back.</summary>
    private static async Task SendWithoutNetwork(IPage page)
    {
        await page.Context.SetOfflineAsync(true);
        await page.ClickAsync("form[action*=Send] .btn-primary");
        await page.Locator("main .callout", new PageLocatorOptions { HasText = "Chưa có mạng" }).WaitForAsync();
        await page.IsAccessible();
        await page.Context.SetOfflineAsync(false);
    }

    private async Task Accept(string code)
    {
        var page = await Browsers.As("tiepnhan", _errors);
        await page.GotoAsync("/Dossiers/Submissions");
        await page.IsAccessible();
        await page.ClickAsync($"text={code}");
        await page.IsAccessible();
        await page.ClickAsync("form[action*=Accept] .btn-primary");
        await page.Locator("h1.code").WaitForAsync();
    }

    private static async Task Supply(IPage page, string code)
    {
        await page.GotoAsync("/Citizen");
        await page.IsAccessible();
        await page.ClickAsync($"text={code}");
        Assert.That(await page.Locator(".callout.soon").First.InnerTextAsync(), Does.Contain("Ảnh biển hiệu"));
        Assert.That(await page.InnerTextAsync(".timeline"), Does.Contain("bấm nộp lúc mất mạng"));
        await page.ClickAsync("text=Bổ sung ngay");
        await page.SetInputFilesAsync("#file-other", new FilePayload { Name = "bien-hieu.pdf", MimeType = "application/pdf", Buffer = Paper });
        await page.Locator(".tag.ontime").WaitForAsync();
        await page.FillAsync("[name='Answers[supplied]']", "Ảnh biển hiệu");
        await page.IsAccessible();
        await page.ClickAsync("form:not([action*=File]):not([action*=Remove]).panel .btn-primary");
        await page.Locator("h1.code").WaitForAsync();
        Assert.That(await page.Locator(".timeline").InnerTextAsync(), Does.Contain("Nhận giấy tờ bổ sung").And.Not.Contain("nhận việc"));
    }
}
