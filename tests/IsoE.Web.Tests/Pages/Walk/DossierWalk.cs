namespace IsoE.Web.Tests.Pages.Walk;

/// <summary>One dossier from reception to return, as five people and the citizen, in a real browser.</summary>
public sealed class DossierWalk
{
    private readonly List<string> _errors = [];

    [Test]
    public async Task A_household_business_is_registered_by_five_people_and_followed_by_the_citizen()
    {
        var code = await Receive();
        await Desk.Pay(code, _errors);
        await Desk.Complete("kinhdoanh", code, _errors, async page =>
        {
            await page.CheckAsync("[name='Answers[Eligible:nameUnique]'][value=true]");
            await page.FillAsync("[name='Answers[Eligible:businessCode]']", "0312345678");
            await page.CheckAsync("[name='Answers[Eligible:conditionalLines]'][value=false]");
        });
        await Desk.Complete("truongphong", code, _errors);
        await Desk.Complete("vanthu", code, _errors, async page =>
        {
            await page.FillAsync("[name='Answers[number]']", "05/GCN-UBND");
            await page.FillAsync("[name='Answers[issuedOn]']", "kia");
            await page.ClickAsync("button[data-picker^='Answers'][data-picker*='issuedOn']");
            await page.ClickAsync(".datepicker-cell.today");
            Assert.That(await page.InputValueAsync("[name='Answers[issuedOn]']"), Is.EqualTo(await page.Today()));
        });
        Assert.That(await Track(code), Does.Contain("Đã có kết quả"));
        await Return(code);
        Assert.That(await Track(code), Does.Contain("Kết quả đã được trả"));
        Assert.That(_errors, Is.Empty);
    }

    /// <summary>By keyboard only: a scanner types the identity card, keys do the rest.</summary>
    private async Task<string> Receive()
    {
        var page = await Browsers.As("tiepnhan", _errors);
        await page.GotoAsync("/Dossiers/Receive");
        await page.Scan("079085004321|023456789|Ngô Văn Đường|12031985|Nam|7 đường Số 3, An Hòa Đông|01062021");
        await page.Locator("#ApplicantName[value='Ngô Văn Đường']").WaitForAsync();
        Assert.That(page.Url, Does.Not.Contain("079085004321"), "A scanned card stands in no address.");
        var keys = new Keys(page);
        await keys.Type("Phone", "0907654321");
        await page.Press("Alt+n");
        await page.Keyboard.TypeAsync("1.001612");
        await page.Keyboard.PressAsync("Tab");
        await page.Locator(".action-bar").WaitForAsync();
        Assert.That(await page.InputValueAsync("#Phone"), Is.EqualTo("0907654321"), "What was typed stays while the page follows.");
        await keys.Type("Answers[businessName]", "Hộ kinh doanh Đường Ngô");
        await keys.Type("Answers[ownerIdentity]", "079085004321");
        await keys.Type("Answers[businessAddress]", "7 đường Số 3");
        await keys.Choose("Answers[placeKind]", "owned");
        await keys.Type("Answers[businessLines]", "5610 - Nhà hàng");
        await keys.Type("Answers[capital]", "80.000.000");
        await keys.Type("Answers[workers]", "2");
        await keys.Type("Answers[startOn]", await page.Today());
        foreach (var (field, value) in new[] { ("isHousehold", "false"), ("filedByAgent", "false"), ("dataAvailable", "true") })
            await keys.Choose($"Answers[{field}]", value);
        await keys.Choose("Papers[request].State", "enough");
        await keys.Tick("Papers[request].Held");
        await keys.Type("Answers[desk:pages]", "9");
        await keys.Choose("Answers[desk:originalsChecked]", "true");
        await page.Settled();
        await page.Press("Alt+g");
        await page.Confirmed();
        var receipt = await page.APIRequest.GetAsync((await page.GetAttributeAsync("[data-shortcut=I]", "href"))!);
        Assert.That(receipt.Headers["content-type"], Is.EqualTo("application/pdf"));
        return await page.InnerTextAsync(".confirmation .code");
    }

    private async Task Return(string code)
    {
        var page = await Browsers.As("traketqua", _errors);
        await page.GotoAsync($"/Dossiers/Dossier/{code}");
        await page.ClickAsync("a[href*=ReturnResult]");
        Assert.That(await page.InputValueAsync("#Receiver"), Is.EqualTo("Ngô Văn Đường"));
        await page.ClickAsync("main .btn-primary");
        Assert.That(await page.InnerTextAsync(".error-summary"), Does.Contain("Còn tạm giữ bản chính"));
        await page.CheckAsync("#original-request");
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
}
