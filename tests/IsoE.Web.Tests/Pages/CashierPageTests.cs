using System.Globalization;
using System.Net;
using System.Text;
using IsoE.Office.Messages.Gateways;

namespace IsoE.Web.Tests.Pages;

public sealed class CashierPageTests
{
    [Test]
    public async Task A_scanned_code_leads_to_its_payment_and_the_receipt_stands_in_register_and_journal()
    {
        var (code, tracking) = await Receive("Ngô Thị Nộp");
        using var visit = await Visit.As("thuphi");
        await visit.Open($"/Cashier?q={code}");
        await visit.Follow();
        Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Contain("Lệ phí còn phải nộp").And.Contain("100.000 đ").And.Contain("0011012345678"));
        Assert.That(visit.Page.QuerySelector(".pay-code svg"), Is.Not.Null);

        await visit.Send("main form");
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Redirect), visit.Errors);
        await visit.Open($"/Cashier/Receipts?q={code}");
        Assert.That(visit.Page.QuerySelector("tbody tr")!.TextContent, Does.Contain(code).And.Contain("có hiệu lực"));
        await visit.Open("/Cashier/Day");
        Assert.That(visit.Page.QuerySelector("main table")!.TextContent, Does.Contain("thu, tiền mặt"));
        await visit.Send("#close", ("Counted", "1"));
        Assert.That(visit.Errors, Does.Contain("Giải trình chênh lệch"));

        using var citizen = await Visit.Anonymous().Open(tracking);
        Assert.That(citizen.Page.QuerySelector(".pay-code"), Is.Null);
    }

    [Test]
    public async Task Whoever_has_the_link_of_a_receipt_sees_what_is_owed_and_how_to_transfer_it()
    {
        var (code, tracking) = await Receive("Lý Văn Nợ");
        using var citizen = await Visit.Anonymous().Open(tracking);
        Assert.That(citizen.Page.QuerySelector(".pay-code")!.TextContent, Does.Contain(code).And.Contain("100.000 đ"));
    }

    [Test]
    public async Task Books_are_issued_by_the_head_of_the_counter_only()
    {
        using var cashier = await Visit.As("thuphi");
        await cashier.Open("/Cashier/Books");
        Assert.That(cashier.Page.QuerySelector("#issue"), Is.Null);
        using var head = await Visit.As("motcua");
        await head.Open("/Cashier/Books");
        await head.Send("#issue", ("Symbol", "biên lai"), ("FromNumber", "1"), ("ToNumber", "50"));
        Assert.That(head.Errors, Does.Contain("Ký hiệu gồm chữ không dấu"));
        Assert.That(head.Page.QuerySelector("#Symbol")!.GetAttribute("value"), Is.EqualTo("biên lai"));
    }

    [Test]
    public async Task A_notice_of_the_bank_counts_only_when_it_is_signed_and_fresh()
    {
        var (code, _) = await Receive("Hồ Thị Chuyển");
        var now = TimeProvider.System.GetUtcNow();
        var body = $$"""{"id":"{{code}}","amount":50000,"message":"{{code}}","reference":"FT-{{code}}","paidAt":"2026-11-26T01:00:00Z"}""";

        Assert.That(await Post(body, now, "khoá khác"), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await Post(body, now.AddMinutes(-6), WebOffice.PaymentKey), Is.EqualTo(HttpStatusCode.UnprocessableEntity), "an old one, sent again");
        Assert.That(await Post("{}", now, WebOffice.PaymentKey), Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await Post(body, now, WebOffice.PaymentKey), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Post(body, now, WebOffice.PaymentKey), Is.EqualTo(HttpStatusCode.OK));
        using var visit = await Visit.As("thuphi");
        await visit.Open("/Cashier/Notices");
        Assert.That(visit.Page.QuerySelectorAll("tbody tr").Count(row => row.TextContent.Contains(code, StringComparison.Ordinal) && row.TextContent.Contains("thiếu 50.000 đ", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    private static async Task<HttpStatusCode> Post(string body, DateTimeOffset at, string key)
    {
        using var http = new HttpClient { BaseAddress = WebOffice.Address };
        var bytes = Encoding.UTF8.GetBytes(body);
        using var content = new ByteArrayContent(bytes);
        var stamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        content.Headers.Add(CallSignature.TimestampHeader, stamp);
        content.Headers.Add(CallSignature.Header, CallSignature.Of(key, stamp, bytes));
        return (await http.PostAsync(new Uri("/api/payment-notices/H29.150", UriKind.Relative), content)).StatusCode;
    }

    private static async Task<(string Code, string Tracking)> Receive(string name)
    {
        using var visit = await Visit.As("tiepnhan");
        await visit.Open("/Dossiers/Receive?procedureCode=1.001612");
        await visit.Press("#reception", "Tiếp nhận hồ sơ", [.. ReceptionTests.Typed(name), ("Papers[request].State", "enough"), .. ReceptionTests.Hand]);
        await visit.Follow();
        return (visit.Page.QuerySelector(".confirmation .code")!.TextContent,
            visit.Page.QuerySelectorAll("a").First(link => link.TextContent.Contains("Mở trang tra cứu", StringComparison.Ordinal)).GetAttribute("href")!);
    }
}
