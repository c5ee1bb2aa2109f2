using System.Net;
using AngleSharp.Html.Dom;

namespace IsoE.Web.Tests.Pages;

/// <summary>Lists of what is destroyed and handed over, as the sample ward has them.</summary>
public sealed class KeepingPageTests
{
    [TestCase("/Quality/Disposals", "On", "32/13/2026")]
    [TestCase("/Quality/Disposals", "On", "01/01/2199")]
    [TestCase("/Quality/Transfers", "Before", "hôm qua")]
    public async Task A_wrong_day_is_refused_and_stays_as_typed(string page, string field, string typed)
    {
        using var clerk = await Visit.As("vanthu");

        await clerk.Open($"{page}?{field}={Uri.EscapeDataString(typed)}");

        Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(((IHtmlInputElement)clerk.Page.QuerySelector($"form[method=get] [name={field}]")!).Value, Is.EqualTo(typed));
    }

    [TestCase("/Quality/Disposals", "Đã thực hiện", "Minutes", "bien-ban-huy-01-")]
    [TestCase("/Quality/Transfers", "Lưu trữ đã tiếp nhận", "Register", "muc-luc-nop-luu-01-")]
    public async Task What_was_done_is_read_with_its_paper(string page, string status, string paper, string fileName)
    {
        using var auditor = await Visit.As("danhgia");
        await auditor.Open(page);
        var row = auditor.Page.QuerySelectorAll("tr").First(each => each.TextContent.Contains(status, StringComparison.Ordinal));
        await auditor.Open(row.QuerySelector("a")!.GetAttribute("href")!);

        await auditor.Open(auditor.Page.QuerySelector($"a[href*='handler={paper}']")!.GetAttribute("href")!);

        Assert.That(auditor.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(auditor.Answer.Content.Headers.ContentDisposition!.ToString(), Does.StartWith("inline").And.Contain(fileName));
    }
}
