using System.Net;
using AngleSharp.Dom;
using IsoE.Office.Dossiers;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Web.Tests.Pages;

/// <summary>Pages of the quality system and what they lead to.</summary>
public sealed class QualityPageTests
{
    private const string Report = "a[href*='handler=Report']";

    [Test]
    public async Task Only_who_reads_the_quality_system_is_offered_the_report_of_a_nonconformity()
    {
        var address = $"/Quality/Nonconformity/{await CodeOf("Chưa gửi văn bản xin lỗi khi trễ hạn")}";
        using var auditor = await Visit.As("danhgia");
        using var reporter = await Visit.As("hotich");
        await auditor.Open(address);
        var report = auditor.Page.QuerySelector(Report)!.GetAttribute("href")!;
        await auditor.Open(report);
        Assert.That((auditor.Status, auditor.Answer.Content.Headers.ContentType?.MediaType), Is.EqualTo((HttpStatusCode.OK, "application/pdf")));

        await reporter.Open(address);
        Assert.That(reporter.Status, Is.EqualTo(HttpStatusCode.OK), "it is their own report");
        Assert.That(reporter.Page.QuerySelector(Report), Is.Null);
        await reporter.Open(report);
        Assert.That(reporter.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_review_shows_its_own_decisions_with_what_came_of_them()
    {
        using var leader = await Visit.As("chutich");
        await leader.Open($"/Quality/Review/{await CodeOf("Xem xét đột xuất về thời gian chờ")}");

        var rows = leader.Page.QuerySelectorAll("table.list tbody tr").Select(row => (row.QuerySelector("th a")!.TextContent, row.QuerySelector(".tag")!.TextContent)).ToList();
        Assert.That(rows.Select(row => row.Item1), Is.EqualTo(new[] { "Mở quầy thứ năm vào sáng thứ Hai", "Kiểm kê hồ sơ xây dựng quá hạn" }));
        Assert.That(rows[0].Item2, Does.StartWith("xong"));
        Assert.That(rows[1].Item2, Is.EqualTo("quá hạn").Or.EqualTo("đang làm"));
        await leader.Open($"/Quality/Review/{await CodeOf("Chưa gửi văn bản xin lỗi khi trễ hạn")}");
        Assert.That(leader.Status, Is.EqualTo(HttpStatusCode.NotFound), "no review");
    }

    [Test]
    public async Task What_an_officer_was_asked_to_read_leads_there_from_the_inbox_until_it_is_confirmed()
    {
        const string Context = "Bối cảnh của cơ quan";
        using var officer = await Visit.As("hotich");
        await officer.Open("/Tasks");
        // Other tests may ask this office to read other texts.
        var asked = Asked();
        Assert.That(officer.Page.QuerySelector("details.callout > summary")!.TextContent, Is.EqualTo($"Cần đọc và xác nhận ({asked.Count})"));
        await officer.Open(asked.Single(a => a.TextContent == Context).GetAttribute("href")!);
        Assert.That(officer.Page.QuerySelector("h1")!.TextContent, Is.EqualTo(Context));
        await officer.Send("form[action*='handler=Acknowledge']");
        Assert.That(officer.Status, Is.EqualTo(HttpStatusCode.Redirect), officer.Errors);

        await officer.Open("/Tasks");
        Assert.That(Asked().Select(a => a.TextContent), Is.EquivalentTo(asked.Select(a => a.TextContent).Where(text => text != Context)));

        List<IElement> Asked() => [.. officer.Page.QuerySelectorAll("details.callout a")];
    }

    private static async Task<string> CodeOf(string subject)
    {
        await using var db = await WebOffice.Services.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync();
        return await db.Set<DossierRow>().IgnoreQueryFilters().Where(row => row.AgencyId == WebOffice.Samples.Main && row.Subject == subject).Select(row => row.Code).SingleAsync();
    }
}
