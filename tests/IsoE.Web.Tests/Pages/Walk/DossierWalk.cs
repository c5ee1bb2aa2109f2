using Microsoft.Playwright;

namespace IsoE.Web.Tests.Pages.Walk;

/// <summary>One dossier from reception to return, as five people and the citizen, in a real browser.</summary>
public sealed class DossierWalk
{
    private readonly List<string> _errors = [];

    [Test]
    public async Task A_household_business_is_registered_by_five_people_and_followed_by_the_citizen()
    {
        var code = await Receive();
        await Do("kinhdoanh", code, async page =>
        {
            await page.CheckAsync("[name='Answers[Eligible:nameUnique]'][value=true]");
            await page.FillAsync("[name='Answers[Eligible:businessCode]']", "0312345678");
            await page.CheckAsync("[name='Answers[Eligible:conditionalLines]'][value=false]");
        });
        await Do("truongphong", code, _ => Task.CompletedTask);
        await Do("vanthu", code, async page =>
        {
            await page.FillAsync("[name='Answers[number]']", "05/GCN-UBND");
            await page.FillAsync("[name='Answers[issuedOn]']", await Today(page));
        });
        Assert.That(await Track(code), Does.Contain("Đã có kết quả"));
        await Return(code);
        Assert.That(await Track(code), Does.Contain("Kết quả đã được trả"));
        Assert.That(_errors, Is.Empty);
    }

    private async Task<string> Receive()
    {
        var page = await Browsers.As("tiepnhan", _errors);
        await page.GotoAsync("/Dossiers/Receive");
        await page.FillAsync("#ApplicantName", "Ngô Văn Đường");
        await page.FillAsync("#IdentityNumber", "079085004321");
        await page.FillAsync("#Phone", "0907654321");
        await page.FillAsync("#Address", "7 đường Số 3");
        await page.SelectOptionAsync("#ProcedureCode", "1.001612");
        await page.Locator(".action-bar").WaitForAsync();
        Assert.That(await page.InputValueAsync("#ApplicantName"), Is.EqualTo("Ngô Văn Đường"), "What was typed stays while the page follows.");
        await page.FillAsync("[name='Answers[businessName]']", "Hộ kinh doanh Đường Ngô");
        await page.FillAsync("[name='Answers[ownerIdentity]']", "079085004321");
        await page.FillAsync("[name='Answers[businessAddress]']", "7 đường Số 3");
        await page.CheckAsync("[name='Answers[placeKind]'][value=owned]");
        await page.FillAsync("[name='Answers[businessLines]']", "5610 - Nhà hàng");
        await page.FillAsync("[name='Answers[capital]']", "80.000.000");
        await page.FillAsync("[name='Answers[workers]']", "2");
        await page.FillAsync("[name='Answers[startOn]']", "kia");
        await page.ClickAsync("button[data-picker='Answers_startOn_']");
        await page.ClickAsync(".datepicker-cell.today");
        Assert.That(await page.InputValueAsync("[name='Answers[startOn]']"), Is.EqualTo(await Today(page)));
        foreach (var (field, value) in new[] { ("isHousehold", "false"), ("filedByAgent", "false"), ("dataAvailable", "true") })
            await page.CheckAsync($"[name='Answers[{field}]'][value={value}]");
        await page.CheckAsync("#paper-request-enough");
        await page.FillAsync("[name='Answers[desk:pages]']", "9");
        await page.CheckAsync("[name='Answers[desk:originalsChecked]'][value=true]");
        await Settled(page);
        await page.Keyboard.PressAsync("Alt+g");
        await Confirmed(page);
        return await page.InnerTextAsync(".confirmation .code");
    }

    /// <summary>The person finds the dossier in the inbox, fills in the step and presses its main button.</summary>
    private async Task Do(string user, string code, Func<IPage, Task> fill)
    {
        var page = await Browsers.As(user, _errors);
        await page.GotoAsync("/Tasks?list=Unit");
        await page.Locator("#tasks tr", new PageLocatorOptions { HasText = code }).Locator("th a").ClickAsync();
        await page.Locator("#task-form").WaitForAsync();
        await fill(page);
        await Settled(page);
        await page.ClickAsync("#task-form .btn-primary");
        await Confirmed(page);
        Assert.That(await page.InnerTextAsync(".confirmation"), Does.Contain(code));
    }

    private async Task Return(string code)
    {
        var page = await Browsers.As("traketqua", _errors);
        await page.GotoAsync($"/Dossiers/Dossier/{code}");
        await page.ClickAsync("a[href*=ReturnResult]");
        Assert.That(await page.InputValueAsync("#Receiver"), Is.EqualTo("Ngô Văn Đường"));
        await page.ClickAsync("main .btn-primary");
        await page.WaitForURLAsync($"**/Dossiers/Dossier/{code}");
        Assert.That(await page.InnerTextAsync("main"), Does.Contain("Đã trả kết quả"));
    }

    private async Task<string> Track(string code)
    {
        var page = await Browsers.Session(_errors, width: 390);
        await page.GotoAsync("/Tracking");
        await page.FillAsync("#Code", code);
        await page.FillAsync("#Digits", "4321");
        await page.ClickAsync("main .btn-primary");
        await page.Locator(".steps").WaitForAsync();
        return await page.InnerTextAsync("h1");
    }

    private static async Task Confirmed(IPage page)
    {
        await page.Locator(".confirmation, .error-summary").First.WaitForAsync();
        Assert.That(await page.Locator(".error-summary").AllInnerTextsAsync(), Is.Empty);
    }

    /// <summary>Waits until the page has followed the last answer.</summary>
    private static async Task Settled(IPage page)
    {
        await page.Keyboard.PressAsync("Tab");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    private static Task<string> Today(IPage page) => page.EvaluateAsync<string>(
        "() => new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())");
}
