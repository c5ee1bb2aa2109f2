using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace IsoE.Web.Tests.Pages.Walk;

/// <summary>The site as an installed application: its manifest, and what it shows without a network.</summary>
public sealed class OfflineTests
{
    [Test]
    public async Task The_manifest_names_icons_that_are_there()
    {
        using var visit = Visit.Anonymous();
        var manifest = (JsonObject)(await visit.Json("/manifest.webmanifest"))!;
        Assert.That(manifest["display"]!.GetValue<string>(), Is.EqualTo("standalone"));
        foreach (var icon in manifest["icons"]!.AsArray())
        {
            await visit.Open(icon!["src"]!.GetValue<string>());
            Assert.That(visit.Answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/png"));
        }
    }

    [Test]
    public async Task Without_a_network_a_page_of_its_own_says_so_and_comes_back_with_it()
    {
        var page = await Browsers.Session(width: 390, worker: true);
        await page.GotoAsync("/Tracking");
        await page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");
        await page.WaitForFunctionAsync("() => navigator.serviceWorker.controller !== null");
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync("/Catalogue");
        Assert.That(await page.InnerTextAsync("h1"), Does.StartWith("Không có mạng"));
        Assert.That(await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.site-header')).backgroundColor"), Is.Not.EqualTo("rgba(0, 0, 0, 0)"), "The styles are there.");
        Assert.That(await page.EvaluateAsync<bool>("() => caches.open('shell-1').then(c => c.keys()).then(all => all.every(each => !each.url.includes('Tracking')))"), Is.True, "No page of a person is kept.");

        await page.Context.SetOfflineAsync(false);
        await page.Locator("h1", new PageLocatorOptions { HasNotText = "Không có mạng" }).WaitForAsync();
        Assert.That(new Uri(page.Url).AbsolutePath, Is.EqualTo("/Catalogue"));
    }
}
