using System.Net;
using IsoE.Office.Dossiers;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Web.Tests.Pages;

public sealed class TrackingTests
{
    [Test]
    public async Task The_code_with_the_right_digits_shows_where_the_dossier_is_with_the_name_masked()
    {
        var row = await SomeDossier();
        using var visit = Visit.Anonymous();
        await visit.Open("/Tracking");
        await visit.Send("main form", ("Code", row.Code), ("Digits", row.Phone![^4..]));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(visit.Page.QuerySelectorAll(".steps li"), Has.Length.EqualTo(4));
        var text = visit.Page.QuerySelector("main")!.TextContent;
        Assert.That(text, Does.Contain(Masked.Name(row.ApplicantName)).And.Not.Contain(row.ApplicantName).And.Not.Contain(row.Phone));
    }

    [Test]
    public async Task Wrong_digits_and_an_unknown_code_get_the_same_answer()
    {
        var row = await SomeDossier();
        var wrongDigits = await Refused(row.Code, row.Phone!.EndsWith("0000", StringComparison.Ordinal) ? "1111" : "0000");
        var unknownCode = await Refused("H29.150-200101-9999", "0000");
        Assert.That(wrongDigits, Is.EqualTo(unknownCode).And.Contains("Không tìm thấy"));
    }

    [Test]
    public async Task The_link_of_the_receipt_needs_no_code()
    {
        var row = await SomeDossier();
        using var visit = Visit.Anonymous();
        await visit.Open($"/t/{row.TrackingSecret}");
        Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Contain(row.Code));
    }

    [Test]
    public async Task A_page_looked_at_again_is_kept_in_its_language_until_something_happens_to_the_dossier()
    {
        var row = await SomeDossier();
        using var citizen = Visit.Anonymous();
        async Task<bool> IsKept() => (await citizen.Open($"/t/{row.TrackingSecret}")).Answer.Headers.Contains("Age");
        await IsKept();
        Assert.That(await IsKept());
        Assert.That(citizen.Answer.Headers.CacheControl!.NoStore, "what the server keeps, no browser does");

        await citizen.Open("/language/en?back=/");
        await IsKept();
        Assert.That(citizen.Page.DocumentElement.GetAttribute("lang"), Is.EqualTo("en"));

        await citizen.Open("/language/vi?back=/");
        using var leader = await Visit.As("chutich");
        await leader.Open($"/t/{row.TrackingSecret}");
        Assert.That(leader.Answer.Headers.Contains("Age"), Is.False, "the staff have a page of their own");
        await leader.Open($"/Dossiers/Act/Extend/{row.InstanceId}");
        await leader.Send("main form", ("NewDate", "28/12/2029"), ("Reason", "Chờ thẩm định lại hiện trường"));
        Assert.That(leader.Status, Is.EqualTo(HttpStatusCode.Redirect), leader.Errors);

        Assert.That(await IsKept(), Is.False);
        Assert.That(citizen.Page.QuerySelector("main")!.TextContent, Does.Contain("Chờ thẩm định lại hiện trường"));
    }

    [Test]
    public async Task A_guessed_link_shows_nothing()
    {
        using var visit = Visit.Anonymous();
        await visit.Open("/t/guess");
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        await visit.Open("/t/guess");
        Assert.That(visit.Answer.Headers.Contains("Age"), Is.False, "a guess is answered slowly each time");
    }

    private static async Task<string> Refused(string code, string digits)
    {
        using var visit = Visit.Anonymous();
        await visit.Open("/Tracking");
        await visit.Send("main form", ("Code", code), ("Digits", digits));
        return visit.Errors;
    }

    private static async Task<DossierRow> SomeDossier()
    {
        await using var db = await WebOffice.Services.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync();
        return await db.Set<DossierRow>().IgnoreQueryFilters().OrderBy(row => row.Code)
            .FirstAsync(row => row.Phone != null && row.FinishedAt == null && row.AgencyId == WebOffice.Samples.Main);
    }
}
