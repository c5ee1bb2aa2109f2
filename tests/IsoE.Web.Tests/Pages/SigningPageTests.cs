using System.Net;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Signatures;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
    public async Task A_letter_of_apology_is_signed_and_sealed_on_the_pages_and_downloaded_by_the_link_of_the_receipt()
    {
        var (code, secret, newDate) = await Extendable();
        using var leader = await Visit.As(Leader);
        await leader.Open($"/Dossiers/Act/Extend/{code}");
        await leader.Send("main form", ("NewDate", newDate), ("Reason", "Chờ cơ quan khác trả lời"));
        Assert.That(leader.Status, Is.EqualTo(HttpStatusCode.Redirect), leader.Errors);
        using var citizen = Visit.Anonymous();
        await citizen.Open($"/t/{secret}");
        Assert.That(Letters(citizen), Is.Empty, "nothing is signed yet");

        await leader.Open($"/Dossiers/Dossier/{code}");
        Assert.That(leader.Page.QuerySelector("main")!.TextContent, Does.Contain("chờ ký"));
        var paper = leader.Page.QuerySelector("a[href^='/Signatures/Paper/']")!.GetAttribute("href")!;
        await leader.Open(paper);
        var hash = leader.Page.QuerySelector("input[name=ShownSha256]")!.GetAttribute("value");
        var shown = await leader.Bytes(leader.Page.QuerySelector("a[href*='handler=File']")!.GetAttribute("href")!);
        Assert.That(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(shown)), Is.EqualTo(hash));
        await leader.Press("main form", "Ký số", ("SigningPassword", "wrong"));
        Assert.That(leader.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(leader.Errors, Does.Contain("mã PIN không đúng"));
        await leader.Press("main form", "Ký số", ("SigningPassword", WebOffice.Samples.Password));
        Assert.That(leader.Status, Is.EqualTo(HttpStatusCode.Redirect), leader.Errors);

        using var clerk = await Visit.As(Clerk);
        await clerk.Open("/Tasks");
        Assert.That(clerk.Page.QuerySelector(".tabs a[href='/Signatures/Papers']"), Is.Not.Null);
        await clerk.Open("/Signatures/Papers");
        Assert.That(clerk.Page.QuerySelector($"a[href='{paper}']"), Is.Not.Null);
        await clerk.Open(paper);
        await clerk.Press("main form", "Ký số của cơ quan", ("SigningPassword", WebOffice.Samples.Password));
        Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.Redirect), clerk.Errors);
        await clerk.Open(paper);
        Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.NotFound), "it waits no longer");

        await citizen.Open($"/t/{secret}");
        var pdf = await citizen.Bytes(Letters(citizen).Single());
        var verified = await WebOffice.Services.GetRequiredService<VerifySignatures>().Run(pdf, default);
        Assert.That(verified.IsSignedAndValid, Is.True, string.Join("; ", verified.Signatures.SelectMany(signature => signature.Findings)));
        Assert.That(verified.Signatures, Has.Count.EqualTo(2));
        await citizen.Open("/Tracking/Paper/guess/apology");
        Assert.That(citizen.Status, Is.EqualTo(HttpStatusCode.NotFound));
        await citizen.Open($"/Tracking/Paper/{secret}/receipt");
        Assert.That(citizen.Status, Is.EqualTo(HttpStatusCode.NotFound), "only letters");
    }

    private static List<string> Letters(Visit visit) =>
        [.. visit.Page.QuerySelectorAll("a[href^='/Tracking/Paper/']").Select(link => link.GetAttribute("href")!)];

    /// <summary>A dossier in process that has no new date yet, with a day that can be one.</summary>
    private static async Task<(string Code, string Secret, string NewDate)> Extendable()
    {
        await using var db = await WebOffice.Services.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync();
        var row = await db.Set<DossierRow>().IgnoreQueryFilters().AsNoTracking().OrderByDescending(each => each.Code).FirstAsync(each => each.AgencyId == WebOffice.Samples.Main
            && !each.IsInternal && !each.IsConfidential && each.NationalStatus == NationalStatus.InProcess && each.PromisedAt != null && each.ExtendedAt == null);
        var day = VietnamTime.DateOf(row.PromisedAt > TimeProvider.System.GetUtcNow() ? row.PromisedAt.Value : TimeProvider.System.GetUtcNow()).AddDays(1);
        while (!NationalCalendar.Instance.IsWorkingDay(day)) day = day.AddDays(1);
        return (row.Code, row.TrackingSecret, day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture));
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
