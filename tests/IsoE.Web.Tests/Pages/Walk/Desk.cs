using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace IsoE.Web.Tests.Pages.Walk;

/// <summary>What people at their desks do again and again, and what is always looked at.</summary>
internal static class Desk
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Presses a shortcut of the page. Shortcuts work once the page's script is there.</summary>
    public static async Task Press(this IPage page, string keys)
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        await page.Keyboard.PressAsync(keys);
    }

    /// <summary>The person finds the dossier in the inbox, fills in the step and presses a button of it.</summary>
    /// <param name="step">Words of its title, where several steps of the dossier wait for the person.</param>
    public static async Task Complete(string user, string code, List<string> errors, Func<IPage, Task>? fill = null, string button = ".btn-primary", string step = "")
    {
        var page = await Browsers.As(user, errors);
        await page.GotoAsync("/Tasks?list=Unit");
        await page.Locator("#tasks tr", new PageLocatorOptions { HasText = code }).Filter(new LocatorFilterOptions { HasText = step }).Locator("th a").First.ClickAsync();
        await page.Locator("#task-form").WaitForAsync();
        if (fill is not null) await fill(page);
        await page.Settled();
        await page.ClickAsync($"#task-form {button}");
        await page.Confirmed();
        Assert.That(await page.InnerTextAsync(".confirmation"), Does.Contain(code));
    }

    /// <summary>The cashier scans the receipt, which leads to the payment.</summary>
    public static async Task Pay(string code, List<string> errors)
    {
        var page = await Browsers.As("thuphi", errors);
        await page.GotoAsync("/Cashier");
        await page.Scan(code);
        await page.Locator(".pay-code svg").WaitForAsync();
        await page.Press("Alt+g");
        await page.WaitForURLAsync("**/Dossiers/Dossier/**");
        Assert.That(await page.InnerTextAsync("main"), Does.Contain("đã thu, biên lai"));
    }

    public static async Task Confirmed(this IPage page)
    {
        await page.Locator(".confirmation, .error-summary").First.WaitForAsync();
        Assert.That(await page.Locator(".error-summary").AllInnerTextsAsync(), Is.Empty);
    }

    /// <summary>A scanner types, and ends the line, where the page has put the cursor.</summary>
    public static async Task Scan(this IPage page, string text)
    {
        await page.Locator("[autofocus]:focus").WaitForAsync();
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Waits until the page has followed the last answer.</summary>
    public static async Task Settled(this IPage page)
    {
        await page.Keyboard.PressAsync("Tab");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    /// <summary>No axe findings, and nothing beyond the edge of the screen.</summary>
    public static async Task IsAccessible(this IPage page, bool colours = true)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.That(await page.AxeFindings(colours), Is.Empty, page.Url);
        Assert.That(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"), Is.LessThanOrEqualTo(0), $"{page.Url} scrolls sideways");
    }

    /// <summary>What breaks one of axe's rules, each as the rule and the element.</summary>
    /// <param name="colours">Whether contrasts are measured, which takes longer than all other rules.</param>
    public static async Task<string[]> AxeFindings(this IPage page, bool colours = true)
    {
        await page.EvaluateAsync(Axe);
        // No page has frames, so axe runs where the page is; what is right is not told, it is very much.
        return await page.EvaluateAsync<string[]>(
            "colours => axe.run({ resultTypes: ['violations'], preload: false, rules: { 'color-contrast': { enabled: colours } } })"
            + ".then(found => found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`)))",
            colours);
    }

    /// <summary>The agency's day, as it is typed.</summary>
    /// <param name="later">Days to add.</param>
    public static Task<string> Today(this IPage page, int later = 0) => page.EvaluateAsync<string>(
        "later => new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(Date.now() + later * 86400000))", later);
}
