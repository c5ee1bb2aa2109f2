using Microsoft.Playwright;

namespace IsoE.Web.Tests.Pages.Walk;

/// <summary>One procedure from nothing to a running dossier: written in the table, refused, mended, reviewed, approved, issued.</summary>
public sealed class AuthoringWalk
{
    internal const string Code = "QT-91";

    private static readonly Lazy<Task> InForce = new(() => new AuthoringWalk().Write());

    private readonly List<string> _errors = [];
    private string _document = "";
    private IPage _page = null!;

    [Test]
    public async Task A_quality_manager_writes_six_steps_that_are_refused_mended_approved_and_run()
    {
        await Written();
        await RunDossier();
        Assert.That(_errors, Is.Empty);
    }

    /// <summary>The procedure is written once, by the first test that needs it.</summary>
    internal static Task Written() => InForce.Value;

    private async Task Write()
    {
        _page = await Browsers.As("thukyiso", _errors);
        await Begin();
        await WriteSteps();
        await PlantDeadlock();
        await PlantOverrun();
        await Review("thukyiso", "Trình xem xét", "Soạn thảo");
        await Review("phochutich", "Ký xem xét", "Xem xét");
        await Review("chutich", "Phê duyệt", "Phê duyệt");
        await Review("chanhvanphong", "Ban hành", "Ban hành");
        Assert.That(_errors, Is.Empty);
    }

    private async Task Begin()
    {
        await _page.GotoAsync("/Authoring/Begin");
        await _page.FillAsync("#Code", Code);
        await _page.FillAsync("#NameVi", "Cho phép sử dụng tạm thời vỉa hè");
        await _page.FillAsync("#NameEn", "Temporary use of a pavement");
        await _page.ClickAsync("main button[type=submit]");
        await _page.WaitForURLAsync("**/Authoring/Steps/*");
        _document = new Uri(_page.Url).Segments[^1];
    }

    /// <summary>Examine, then inspect and consult in parallel, sign or send back, seal, return.</summary>
    private async Task WriteSteps()
    {
        await OpenStep("Giải quyết hồ sơ");
        await Saved(() => Fill("[name='Set[title]']", "Thẩm định hồ sơ"));
        await Saved(() => _page.SelectOptionAsync("[name='Set[unit]']", "economy"));
        await Milestone("");
        await Close();

        await AddBehind("Thẩm định hồ sơ", "Parallel", async () =>
        {
            await _page.FillAsync("[name='Branch[0].Vi']", "Kiểm tra thực địa");
            await _page.FillAsync("[name='Branch[1].Vi']", "Lấy ý kiến đơn vị liên quan");
        });
        await OpenStep("Kiểm tra thực địa");
        await Describe("specialist", "4");
        await OpenStep("Lấy ý kiến đơn vị liên quan");
        await Describe("division_head", "4");

        await AddBehind("Chờ các nhánh", "UserTask", () => _page.FillAsync("#AddTitleVi", "Ký giấy phép"));
        await Assertions.Expect(_page.Locator("[name='Set[role]']")).ToBeFocusedAsync();
        await Describe("agency_leader", "4");
        await AddOutcome("Trả lại để làm lại", "Thẩm định hồ sơ");
        await Milestone("settled");

        await AddByKeyboard("Đóng dấu, vào sổ", "clerk", "2");
        Assert.That(await Problems(), Does.Contain("Kiểm tra: đạt"));
        Assert.That(await _page.Locator(".steps-list td.number").AllInnerTextsAsync(), Is.SupersetOf(new[] { "1", "2", "3", "4", "5", "6" }));
    }

    /// <summary>A short cut to the join, which then waits for branches that were never begun.</summary>
    private async Task PlantDeadlock()
    {
        await OpenStep("Thẩm định hồ sơ");
        await AddOutcome("Không cần kiểm tra", "Chờ các nhánh");
        Assert.That(await Problems(), Does.Contain("“Chờ các nhánh” chờ mãi nhánh không thể đến nữa"));
        await _page.Locator("#problems .refuses a").First.ClickAsync();
        await _page.GetByText("Thôi đánh dấu").WaitForAsync();
        Assert.That(await _page.Locator(".diagram").InnerHTMLAsync(), Does.Contain("trên lối dẫn tới lỗi"), "The way into the deadlock is drawn.");
        Assert.That(await Refusal(), Does.Contain("chờ mãi nhánh"));

        await OpenStep("Thẩm định hồ sơ");
        await Saved(() => _page.GetByLabel("Bỏ: Không cần kiểm tra").ClickAsync());
        Assert.That(await Problems(), Does.Contain("Kiểm tra: đạt"));
    }

    private async Task PlantOverrun()
    {
        await Saved(() => Fill("#count-standard", "30"));
        Assert.That(await Problems(), Does.Contain("quá thời hạn 3 ngày làm việc"));
        Assert.That(await Refusal(), Does.Contain("quá thời hạn 3 ngày làm việc"));

        await _page.ClickAsync("#undo");
        await _page.Locator("#redo:not([disabled])").WaitForAsync();
        Assert.That(await Problems(), Does.Contain("Kiểm tra: đạt"));
    }

    /// <summary>Hands in on the page of the review and comes back.</summary>
    private async Task<string> Refusal()
    {
        await _page.GotoAsync($"/Authoring/Review/{_document}");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Trình xem xét" }).ClickAsync();
        var said = await _page.Locator(".error-summary").InnerTextAsync();
        await _page.GotoAsync($"/Authoring/Steps/{_document}");
        return said;
    }

    private async Task Review(string user, string button, string signature)
    {
        if (user != "thukyiso") _page = await Browsers.As(user, _errors);
        await _page.GotoAsync($"/Authoring/Review/{_document}");
        await _page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await _page.Locator(".steps .done", new() { HasText = signature }).Or(_page.Locator(".error-summary")).First.WaitForAsync();
        Assert.That(await _page.Locator(".error-summary").AllInnerTextsAsync(), Is.Empty);
    }

    private async Task RunDossier()
    {
        _page = await Browsers.As("tiepnhan", _errors);
        await _page.GotoAsync("/Dossiers/Receive");
        await _page.FillAsync("#ApplicantName", "Ngô Văn Đường");
        await _page.FillAsync("#IdentityNumber", "079085004321");
        await _page.FillAsync("#Phone", "0907654321");
        await _page.FillAsync("#Address", "7 đường Số 3");
        await _page.SelectOptionAsync("#ProcedureCode", Code);
        await _page.Locator(".action-bar").WaitForAsync();
        await _page.FillAsync("[name='Answers[content]']", "Để vật liệu xây dựng trong ba ngày");
        await _page.CheckAsync("#paper-application-enough");
        await Settled();
        await _page.Press("Alt+g");
        var code = await _page.InnerTextAsync(".confirmation .code");

        await Desk.Complete("kinhdoanh", code, _errors);
        _page = await Browsers.As("kinhdoanh", _errors);
        await _page.GotoAsync($"/Dossiers/Dossier/{code}");
        var dossier = await _page.InnerTextAsync("main");
        Assert.That(dossier, Does.Contain("Kiểm tra thực địa").And.Contain("Lấy ý kiến đơn vị liên quan"), "Both branches have begun.");

        foreach (var user in new[] { "xaydung", "truongphong", "chutich", "vanthu" }) await Desk.Complete(user, code, _errors);
        _page = await Browsers.As("traketqua", _errors);
        await _page.GotoAsync($"/Dossiers/Dossier/{code}");
        await _page.ClickAsync("a[href*=ReturnResult]");
        await _page.ClickAsync("main .btn-primary");
        await _page.WaitForURLAsync($"**/Dossiers/Dossier/{code}");
        Assert.That(await _page.InnerTextAsync("main"), Does.Contain("Đã trả kết quả"));
    }

    private async Task OpenStep(string title)
    {
        var row = _page.Locator("tbody.step-row", new() { Has = _page.Locator("a.row-name", new() { HasText = title }) });
        if (await row.Locator(".step-panel").CountAsync() == 0) await row.Locator("a.row-name").ClickAsync();
        await row.Locator(".step-panel").WaitForAsync();
    }

    private async Task Close()
    {
        await _page.Keyboard.PressAsync("Escape");
        await _page.Locator(".step-panel").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private async Task AddBehind(string title, string kind, Func<Task> fill)
    {
        await _page.GetByLabel($"Thêm sau: {title}").ClickAsync();
        await _page.CheckAsync($"#kind-{kind}");
        await fill();
        await _page.ClickAsync("#adding .btn-primary");
        await _page.Locator("#adding").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>Behind the open step, with nothing but keys.</summary>
    private async Task AddByKeyboard(string title, string role, string hours)
    {
        await _page.Press("Alt+b");
        await Assertions.Expect(_page.Locator("#AddTitleVi")).ToBeFocusedAsync();
        await _page.Keyboard.TypeAsync(title);
        await _page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(_page.Locator("[name='Set[role]']")).ToBeFocusedAsync();
        await Saved(() => _page.Locator(":focus").SelectOptionAsync(role));
        await _page.Keyboard.PressAsync("Tab");
        await _page.Keyboard.PressAsync("Tab");
        await _page.Keyboard.TypeAsync(hours);
        await Saved(() => _page.Keyboard.PressAsync("Tab"));
    }

    private async Task Describe(string role, string hours)
    {
        await Saved(() => _page.SelectOptionAsync("[name='Set[role]']", role));
        await Saved(() => Fill("#count-standard", hours));
    }

    private async Task Milestone(string reached)
    {
        await _page.ClickAsync(".step-panel details.more > summary");
        await Saved(() => _page.SelectOptionAsync("[name='Set[milestone]']", reached));
        await Assertions.Expect(_page.Locator(".step-panel details.more")).ToHaveAttributeAsync("open", "");
    }

    private async Task AddOutcome(string label, string to)
    {
        await _page.FillAsync("[name=labelVi]", label);
        await Saved(() => _page.Keyboard.PressAsync("Enter"));
        var ways = _page.Locator(".way", new() { Has = _page.Locator($"input[value='{label}']") }).Locator("select");
        var target = await ways.Locator("option", new() { HasText = to }).First.GetAttributeAsync("value");
        await Saved(() => ways.SelectOptionAsync(target!));
        Assert.That(await _page.InputValueAsync("[name=labelVi]"), Is.Empty, "What was added does not stay to be added again.");
    }

    private async Task Fill(string selector, string value)
    {
        await _page.FillAsync(selector, value);
        await _page.Keyboard.PressAsync("Tab");
    }

    /// <summary>Does something that saves, and waits until the page shows the next revision.</summary>
    private async Task Saved(Func<Task> change)
    {
        var before = await _page.InputValueAsync("[name=Revision]");
        await change();
        await _page.Locator($"[name=Revision]:not([value='{before}'])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private async Task<string> Problems()
    {
        var found = _page.Locator("#problems", new() { Has = _page.Locator("h2", new() { HasText = "Kiểm tra:" }) });
        return await found.InnerTextAsync();
    }

    private async Task Settled()
    {
        await _page.Keyboard.PressAsync("Tab");
        await _page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }
}
