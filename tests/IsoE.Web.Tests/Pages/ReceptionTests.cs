using System.Net;

namespace IsoE.Web.Tests.Pages;

public sealed class ReceptionTests
{
    private const string Form = "#reception";

    [Test]
    public async Task A_reception_with_papers_missing_comes_back_with_all_that_was_typed()
    {
        using var visit = await Visit.As("tiepnhan");
        await visit.Open("/Dossiers/Receive?procedureCode=1.001612");
        await visit.Press(Form, "Tiếp nhận hồ sơ", Typed("Trần Thị Thiếu"));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(visit.Page.Title, Does.StartWith("Lỗi:"));
        Assert.That(visit.Errors, Does.Contain("Hồ sơ chưa đủ thành phần"));
        Assert.That(visit.Page.QuerySelector("#ApplicantName")!.GetAttribute("value"), Is.EqualTo("Trần Thị Thiếu"));
        Assert.That(visit.Page.QuerySelector("[name='Answers[capital]']")!.GetAttribute("value"), Is.EqualTo("50.000.000"));
    }

    [Test]
    public async Task An_error_of_a_field_is_linked_from_the_summary_and_told_beside_it()
    {
        using var visit = await Visit.As("tiepnhan");
        await visit.Open("/Dossiers/Receive?procedureCode=1.001612");
        await visit.Press(Form, "Tiếp nhận hồ sơ", [.. Typed("Lê Văn Sai"), ("Answers[workers]", "nhiều lắm"), ("Papers[request].State", "enough")]);
        var link = visit.Page.QuerySelector(".error-summary a[href='#Answers_workers_']");
        Assert.That(link, Is.Not.Null, visit.Errors);
        var field = visit.Page.GetElementById("Answers_workers_")!;
        Assert.That(field.GetAttribute("value"), Is.EqualTo("nhiều lắm"));
        Assert.That(field.GetAttribute("aria-invalid"), Is.EqualTo("true"));
        Assert.That(visit.Page.GetElementById("Answers_workers_-error")!.TextContent, Is.EqualTo(link!.TextContent));
    }

    [Test]
    public async Task A_form_sent_twice_receives_one_dossier()
    {
        using var visit = await Visit.As("tiepnhan");
        await visit.Open("/Dossiers/Receive?procedureCode=1.001612");
        var page = visit.Page;
        (string, string?)[] typed = [.. Typed("Phạm Văn Đôi"), ("Papers[request].State", "enough"), .. Hand];
        await visit.Press(Form, "Tiếp nhận hồ sơ", typed);
        var first = visit.Answer.Headers.Location;
        Assert.That(first, Is.Not.Null, visit.Errors);
        visit.Back(page);
        await visit.Press(Form, "Tiếp nhận hồ sơ", typed);
        Assert.That(visit.Answer.Headers.Location, Is.EqualTo(first));
    }

    [Test]
    public async Task The_confirmation_says_code_date_and_next_step_and_gives_the_receipt_as_pdf()
    {
        using var visit = await Visit.As("tiepnhan");
        await visit.Open("/Dossiers/Receive?procedureCode=1.001612");
        await visit.Press(Form, "Tiếp nhận hồ sơ", [.. Typed("Đỗ Thị Nhận"), ("Papers[request].State", "enough"), .. Hand]);
        await visit.Follow();
        Assert.That(visit.Page.QuerySelector(".confirmation .code")!.TextContent, Does.Match(@"^H29\.150-\d{6}-\d{4}$"));
        Assert.That(visit.Page.QuerySelector(".confirmation")!.TextContent, Does.Match(@"17:00 \d{2}/\d{2}/\d{4}"));
        Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Contain("Kiểm tra tính hợp lệ"));
        await visit.Open(visit.Page.QuerySelectorAll("a").First(link => link.TextContent.Contains("Giấy tiếp nhận", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.That(visit.Answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/pdf"));
    }

    [Test]
    public async Task The_panel_at_the_side_follows_the_answers()
    {
        using var visit = await Visit.As("tiepnhan");
        await visit.Open("/Dossiers/Receive?procedureCode=1.001612");
        Assert.That(visit.Page.QuerySelector("[name='Answers[leaseEndsOn]']"), Is.Null);
        await visit.Press(Form, "Tính lại", ("Answers[placeKind]", "rented"));
        Assert.That(visit.Page.QuerySelector("[name='Answers[leaseEndsOn]']"), Is.Not.Null);
        Assert.That(visit.Page.QuerySelectorAll("[name='Papers[lease].State']").Select(each => each.GetAttribute("value")), Does.Not.Contain("not-needed"));
        Assert.That(visit.Page.QuerySelector(".error-summary"), Is.Null);
    }

    /// <summary>A complete reception of the household business.</summary>
    internal static (string, string?)[] Complete(string name) => [.. Typed(name), ("Papers[request].State", "enough"), .. Hand];

    /// <summary>What a person at the counter types for a household business in its own house.</summary>
    internal static (string, string?)[] Typed(string name) =>
    [
        ("ApplicantName", name), ("IdentityNumber", "079090001234"), ("Phone", "0903123456"), ("Address", "12 Lê Lợi"), ("DuplicateReason", "Hộ kinh doanh khác của cùng người"),
        ("Answers[businessName]", "Hộ kinh doanh Bình Minh"), ("Answers[ownerIdentity]", "079090001234"), ("Answers[businessAddress]", "12 Lê Lợi"),
        ("Answers[placeKind]", "owned"), ("Answers[businessLines]", "4711 - Bán lẻ lương thực"), ("Answers[capital]", "50.000.000"),
        ("Answers[workers]", "3"), ("Answers[startOn]", "01/12/2026"), ("Answers[isHousehold]", "false"), ("Answers[filedByAgent]", "false"),
        ("Answers[dataAvailable]", "true"),
    ];

    internal static (string, string?)[] Hand => [("Answers[desk:pages]", "12"), ("Answers[desk:originalsChecked]", "true")];
}
