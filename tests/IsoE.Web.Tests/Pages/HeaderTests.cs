using System.Net;

namespace IsoE.Web.Tests.Pages;

public sealed class HeaderTests
{
    [TestCase("/")]
    [TestCase("/Library")]
    [TestCase("/lib/icons.svg")]
    [TestCase("/nothing-here")]
    [TestCase("/api/nothing-here")]
    public async Task Every_answer_forbids_other_origins_and_inline_code(string address)
    {
        using var visit = Visit.Anonymous();
        await visit.Open(address);
        var policy = visit.Answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.That(policy, Does.StartWith("default-src 'self'; img-src 'self' data:").And.Not.Contain("unsafe"));
        Assert.That(visit.Answer.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
    }

    [Test]
    public async Task Pages_hold_no_inline_script_or_style()
    {
        using var visit = await Visit.As("tiepnhan");
        foreach (var address in new[] { "/Dossiers/Receive?procedureCode=1.013225", "/Tasks", "/Dossiers", "/Library/Procedure/1.013225" })
        {
            await visit.Open(address);
            Assert.That(visit.Page.QuerySelectorAll("script:not([src]), style, [style], [onclick], [onchange], [hx-on]"), Is.Empty, address);
        }
    }

    [Test]
    public async Task Pages_of_somebody_signed_in_are_not_stored()
    {
        using var visit = await Visit.As("tiepnhan");
        await visit.Open("/Dossiers");
        Assert.That(visit.Answer.Headers.CacheControl!.NoStore, Is.True);
    }

    [Test]
    public async Task An_unknown_page_says_so_in_words_with_status_404()
    {
        using var visit = Visit.Anonymous();
        await visit.Open("/nothing-here");
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(visit.Page.QuerySelector("h1")!.TextContent, Is.EqualTo("Không tìm thấy trang"));
    }

    [TestCase("/health/live")]
    [TestCase("/health/ready")]
    public async Task Health_is_told_to_everybody(string address)
    {
        using var visit = Visit.Anonymous();
        await visit.Open(address);
        Assert.That(await visit.Answer.Content.ReadAsStringAsync(), Does.Contain("\"status\":\"Healthy\""));
    }

    [Test]
    public void The_lock_file_of_browser_assets_names_no_registry()
    {
        var file = Path.Combine(TestContext.CurrentContext.TestDirectory, "package-lock.json");
        Assert.That(File.ReadAllText(file), Does.Not.Contain("resolved").And.Contain("\"integrity\""));
    }
}
