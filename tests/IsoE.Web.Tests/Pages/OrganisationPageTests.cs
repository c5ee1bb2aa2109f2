using System.Net;

namespace IsoE.Web.Tests.Pages;

/// <summary>Administrators change units and positions by period; everybody who may sees who did it.</summary>
public sealed class OrganisationPageTests
{
    [Test]
    public async Task A_unit_is_added_renamed_and_ended_and_the_log_says_so()
    {
        using var visit = await Visit.As("quantri");
        await visit.Open("/Organisation/Unit");
        await visit.Send("form[action*=Save]", ("NewCode", "chuyen-doi-so"), ("NameVi", "Tổ Chuyển đổi xố"), ("ParentCode", "office"));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Redirect), visit.Errors);
        await visit.Follow();
        await visit.Send("form[action*=Save]", ("NameVi", "Tổ Chuyển đổi số"));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Redirect), visit.Errors);
        await visit.Follow();
        Assert.That(visit.Page.QuerySelectorAll("table tbody tr"), Has.Length.EqualTo(1), "what has not become history is put right");
        await visit.Send("form[action*=End]", ("LastOn", "31/12/2030"));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Redirect), visit.Errors);
        await visit.Follow();
        Assert.That(visit.Page.QuerySelector("form[action*=Save]"), Is.Null, "what has an end is not changed any more");

        using var auditor = await Visit.As("danhgia");
        await auditor.Open("/Organisation/Log");
        var lines = auditor.Page.QuerySelectorAll("table tbody tr").Select(row => row.TextContent).Where(text => text.Contains("Chuyển đổi", StringComparison.Ordinal)).ToList();
        Assert.That(lines, Has.Count.EqualTo(3));
        Assert.That(lines, Has.All.Contain("Nguyễn Quang Huy"));
        Assert.That(lines[0], Does.Contain("31/12/2030"));
    }

    [Test]
    public async Task What_was_typed_stays_when_the_code_is_taken()
    {
        using var visit = await Visit.As("quantri");
        await visit.Open("/Organisation/Unit");
        await visit.Send("form[action*=Save]", ("NewCode", "economy"), ("NameVi", "Phòng mới"));

        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(visit.Page.QuerySelector("#NewCode-error"), Is.Not.Null);
        Assert.That(visit.Page.QuerySelector("#NameVi")!.GetAttribute("value"), Is.EqualTo("Phòng mới"));
    }

    [Test]
    public async Task A_position_that_is_held_cannot_end_and_its_holders_are_named()
    {
        using var visit = await Visit.As("quantri");
        await visit.Open("/Organisation/Position/head");
        await visit.Send("form[action*=End]", ("LastOn", "31/12/2030"));

        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(visit.Errors, Does.Contain("Đỗ Văn Thành"));
        Assert.That(visit.Page.QuerySelector("#NameVi")!.GetAttribute("value"), Is.EqualTo("Trưởng phòng"), "the other form keeps what stands");
    }

    [Test]
    public async Task A_temporary_password_leaves_a_trace_but_not_itself()
    {
        using var visit = await Visit.As("quantri");
        await visit.Open("/Organisation/People");
        await visit.Open(visit.Page.QuerySelectorAll("a").First(link => link.TextContent == "Hoàng Văn Nam").GetAttribute("href")!);
        await visit.Send("form[action*=Account]");
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.OK), visit.Errors);
        var password = visit.Page.QuerySelectorAll(".confirmation .code")[^1].TextContent;

        await visit.Open("/Organisation/Log");
        Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Contain("Đặt mật khẩu mới").And.Contain("Hoàng Văn Nam").And.Not.Contain(password));
    }

    [Test]
    public async Task Others_read_the_units_and_change_nothing()
    {
        using var visit = await Visit.As("chutich");
        await visit.Open("/Organisation/Unit/economy");

        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(visit.Page.QuerySelectorAll("main form"), Is.Empty);
    }
}
