using Microsoft.Playwright;

namespace IsoE.Web.Tests.Pages.Walk;

/// <summary>Somebody who never touches the mouse: reaches every field with Tab.</summary>
internal sealed class Keys(IPage page)
{
    private const int MostTabs = 150;

    public async Task Type(string name, string text)
    {
        await To(name);
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Chooses one of a group of radio buttons with the arrows.</summary>
    public async Task Choose(string name, string value)
    {
        await To(name);
        for (var i = 0; i < 10 && await Active("value") != value; i++) await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Space");
        Assert.That(await Active("value"), Is.EqualTo(value), name);
    }

    public async Task Tick(string name)
    {
        await To(name);
        await page.Keyboard.PressAsync("Space");
    }

    private async Task To(string name)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            if (await Active("name") == name) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{name} cannot be reached by Tab.");
    }

    private Task<string> Active(string property) => page.EvaluateAsync<string>($"document.activeElement?.{property} ?? ''");
}
