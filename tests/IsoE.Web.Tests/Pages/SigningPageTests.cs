using System.Net;

namespace IsoE.Web.Tests.Pages;

/// <summary>Signing a result on the pages, and reading what its signatures are worth.</summary>
public sealed class SigningPageTests
{
    private const string Leader = "chutich";
    private const string Clerk = "vanthu";

    [Test]
    public async Task The_leader_signs_the_document_shown_the_clerk_seals_it_and_the_dossier_says_that_both_are_valid()
    {
        var (address, code) = await TaskOf(Leader, page => page.Contains("Giấy xác nhận", StringComparison.Ordinal));
        using var leader = await Visit.As(Leader);
        await leader.Open(address);
        var hash = leader.Page.QuerySelector("input[name=ShownSha256]")!.GetAttribute("value");
        var shown = await leader.Bytes(leader.Page.QuerySelector("a[href^='/Signatures/Document/']")!.GetAttribute("href")!);
        Assert.That(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(shown)), Is.EqualTo(hash));

        await leader.Open(address);
        await leader.Send("#task-form", ("Outcome", "Signed"), ("SigningPassword", "wrong"), ("Answers[note]", "Đồng ý"));
        Assert.That(leader.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(leader.Errors, Does.Contain("mã PIN không đúng"));
        await leader.Send("#task-form", ("Outcome", "Signed"), ("SigningPassword", WebOffice.Samples.Password));
        Assert.That(leader.Status, Is.EqualTo(HttpStatusCode.Redirect), leader.Errors);

        var (issue, _) = await TaskOf(Clerk, page => page.Contains(code, StringComparison.Ordinal));
        using var clerk = await Visit.As(Clerk);
        await clerk.Open(issue);
        await clerk.Send("#task-form", ("Outcome", "Issued"), ("SigningPassword", WebOffice.Samples.Password), ("Answers[number]", "05/GXN-UBND"), ("Answers[issuedOn]", TimeProvider.System.GetUtcNow().AddDays(-1).ToString("dd/MM/yyyy")));
        Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.Redirect), clerk.Errors);

        await leader.Open($"/Dossiers/Dossier/{code}");
        var signed = leader.Page.QuerySelectorAll("section.panel").Single(panel => panel.QuerySelector("h2")?.TextContent == "Chữ ký số");
        Assert.That(signed.QuerySelectorAll("summary b").Select(verdict => verdict.TextContent), Is.EqualTo(new[] { "Hợp lệ", "Hợp lệ" }));
        Assert.That(leader.Page.QuerySelector("main")!.TextContent, Does.Contain("ký số văn bản"));
    }

    [Test]
    public async Task A_file_that_holds_no_certificate_is_refused_and_the_page_says_why()
    {
        using var visit = await Visit.As("truongphong");
        await visit.Open("/Signatures");
        await visit.Upload("form[enctype]", "KeyFile", "khoa.p12", "not a key"u8.ToArray());

        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(visit.Errors, Does.Contain("Nhập mật khẩu"));
    }

    /// <summary>The first task that offers a signature to the person, with the code of its dossier.</summary>
    private static async Task<(string Address, string Code)> TaskOf(string user, Func<string, bool> wanted)
    {
        using var visit = await Visit.As(user);
        await visit.Open("/Tasks?list=Unit");
        var links = visit.Page.QuerySelectorAll("#tasks th a").Select(link => link.GetAttribute("href")!).Reverse().ToList();
        foreach (var link in links)
        {
            await visit.Open(link);
            if (visit.Page.QuerySelector("input[name=ShownSha256]") is not null && wanted(visit.Page.QuerySelector("main")!.TextContent))
                return (link, visit.Page.QuerySelector("main h2 a[href*='/Dossiers/Dossier/']")!.TextContent);
        }

        throw new AssertionException($"{user} has nothing to sign among {links.Count} tasks.");
    }
}
