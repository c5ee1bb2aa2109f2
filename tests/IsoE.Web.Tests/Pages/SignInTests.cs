using System.Net;

namespace IsoE.Web.Tests.Pages;

public sealed class SignInTests
{
    [Test]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer()
    {
        var known = await Refused("vanhoa", "sai-mat-khau");
        var unknown = await Refused("khong-co-ai", "sai-mat-khau");
        Assert.That(known, Is.EqualTo(unknown));
        Assert.That(known, Does.Contain("không đúng"));
    }

    [Test]
    public async Task Five_failures_lock_the_account_with_the_same_answer()
    {
        var first = await Refused("danhgia2", "sai");
        for (var attempt = 0; attempt < 5; attempt++) await Refused("danhgia2", "sai");
        Assert.That(await Refused("danhgia2", WebOffice.Samples.Password), Is.EqualTo(first));
    }

    [Test]
    public async Task The_name_typed_stays_and_the_password_does_not()
    {
        using var visit = Visit.Anonymous();
        await visit.Open("/Session/SignIn");
        await visit.Send("main form", ("UserName", "ai-do"), ("Password", "bi-mat-cua-toi"));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(visit.Page.Title, Does.StartWith("Lỗi:"));
        Assert.That(visit.Page.QuerySelector("#UserName")!.GetAttribute("value"), Is.EqualTo("ai-do"));
        Assert.That(visit.Page.DocumentElement.OuterHtml, Does.Not.Contain("bi-mat-cua-toi"));
    }

    [Test]
    public async Task A_page_asks_to_sign_in_and_comes_back_to_itself()
    {
        using var visit = Visit.Anonymous();
        await visit.Open("/Tasks");
        await visit.Follow();
        await visit.Send("main form", ("UserName", "tiepnhan2"), ("Password", WebOffice.Samples.Password));
        Assert.That(visit.Answer.Headers.Location!.ToString(), Is.EqualTo("/Tasks"));
    }

    [Test]
    public async Task Signing_in_never_leads_to_another_site()
    {
        using var visit = Visit.Anonymous();
        await visit.Open("/Session/SignIn?back=https://example.org/");
        await visit.Send("main form", ("UserName", "tiepnhan2"), ("Password", WebOffice.Samples.Password));
        Assert.That(visit.Answer.Headers.Location!.ToString(), Is.EqualTo("/"));
    }

    [Test]
    public async Task Signing_out_ends_the_session()
    {
        using var visit = await Visit.As("tiepnhan2");
        await visit.Open("/Session/SignOut");
        await visit.Send("main form");
        await visit.Open("/Tasks");
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task A_form_without_its_token_is_refused()
    {
        using var visit = await Visit.As("tiepnhan2");
        await visit.Open("/Session/SignOut");
        await visit.Send("main form", ("__RequestVerificationToken", null));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task The_set_up_page_is_closed_once_there_are_accounts()
    {
        using var visit = Visit.Anonymous();
        await visit.Open("/Session/Setup?token=anything");
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static async Task<string> Refused(string user, string password)
    {
        using var visit = Visit.Anonymous();
        await visit.Open("/Session/SignIn");
        await visit.Send("main form", ("UserName", user), ("Password", password));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        return visit.Errors;
    }
}
