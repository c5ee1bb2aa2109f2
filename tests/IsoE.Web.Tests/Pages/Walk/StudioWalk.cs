using IsoE.Office.DocumentControl;
using Microsoft.Playwright;

namespace IsoE.Web.Tests.Pages.Walk;

/// <summary>The genuine Elsa Studio at our interface, in a real browser: a draft is changed, refused by the gate, mended and handed in.</summary>
public sealed class StudioWalk
{
    /// <summary>Studio's program has 9 MB to load and compile.</summary>
    private const float Patience = 240_000;

    private readonly List<string> _errors = [];

    [Test]
    public async Task An_engineer_changes_a_role_in_Studio_is_refused_by_the_gate_there_and_hands_in()
    {
        await AuthoringWalk.Written();
        var document = await Drafts.Begin(AuthoringWalk.Code);
        var page = await Browsers.As(Drafts.Author, _errors, width: 1600);
        page.SetDefaultTimeout(Patience);
        await page.GotoAsync($"/studio?procedure={AuthoringWalk.Code}");
        var studio = page.FrameLocator("iframe");
        await studio.GetByText("Kiểm tra thực địa").First.ClickAsync();

        await Saved(page, async () =>
        {
            await Field(studio, "Vai trò").Locator("[tabindex='0']").ClickAsync();
            await studio.Locator(".mud-popover-open").GetByText("Lãnh đạo phòng", new() { Exact = true }).ClickAsync();
        });
        var limit = Field(studio, "Thời hạn").Locator("input").First;
        var before = await limit.InputValueAsync();
        await Fill(page, limit, "9wd");

        Assert.That(await Publish(page, studio), Is.EqualTo(400), "The gate refuses nine days in a procedure of three.");
        Assert.That(await studio.Locator(".mud-snackbar").First.InnerTextAsync(), Does.Contain("quá thời hạn 3 ngày làm việc"));
        Assert.That((await Drafts.Open(document)).Row.Status, Is.EqualTo(DocumentStatus.Draft));

        await Fill(page, limit, before);
        Assert.That(await Publish(page, studio), Is.EqualTo(200));
        Assert.That((await Drafts.Open(document)).Row.Status, Is.EqualTo(DocumentStatus.InReview));
        Assert.That(_errors.Where(error => !error.Contains("400", StringComparison.Ordinal)), Is.Empty);

        await page.GotoAsync($"/Authoring/Steps/{document}");
        Assert.That(await page.Locator("#row-kiem-tra-thuc-dia").InnerTextAsync(), Does.Contain("Lãnh đạo phòng"));
    }

    /// <summary>An input of the property editor by its label.</summary>
    private static ILocator Field(IFrameLocator studio, string label) =>
        studio.Locator(".mud-input-control").Filter(new() { Has = studio.Locator("label").GetByText(label, new() { Exact = true }) });

    private static Task Fill(IPage page, ILocator input, string value) => Saved(page, async () =>
    {
        await input.FillAsync(value);
        await input.PressAsync("Tab");
    });

    /// <returns>Status of the answer to Studio.</returns>
    private static async Task<int> Publish(IPage page, IFrameLocator studio) =>
        (await page.RunAndWaitForResponseAsync(() => studio.Locator("button.mud-icon-button.mud-primary-text").First.ClickAsync(), IsSave)).Status;

    private static async Task Saved(IPage page, Func<Task> change)
    {
        var answer = await page.RunAndWaitForResponseAsync(change, IsSave);
        Assert.That(answer.Status, Is.EqualTo(200));
    }

    private static bool IsSave(IResponse answer) =>
        answer.Request.Method == "POST" && answer.Url.EndsWith("/workflow-definitions", StringComparison.Ordinal);
}
