using System.Net;

namespace IsoE.Web.Tests.Pages;

public sealed class CalendarPageTests
{
    [Test]
    public async Task The_effect_of_new_hours_is_shown_before_they_are_saved()
    {
        using var visit = await Visit.As("quantri");
        await visit.Open("/Calendars/Hours");
        await visit.Press("form[action*=Hours]", "Xem tác động",
            ("Weekday", "Friday"), ("FromOn", "01/10/2030"), ("Hours", "07:30-11:30"), ("Document", "Quyết định 77/QĐ-UBND"));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.OK), visit.Errors);
        Assert.That(visit.Page.QuerySelector(".callout.soon")!.TextContent, Does.Contain("thứ Sáu 04/10/2030"));
        await visit.Open("/Calendars/Hours");
        Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Not.Contain("Quyết định 77/QĐ-UBND"));
    }

    [Test]
    public async Task The_rule_for_nearly_due_is_kept_and_a_wrong_figure_shown_again()
    {
        using var visit = await Visit.As("quantri");
        await visit.Open("/Calendars/Hours");
        await visit.Send("form[action*=NearlyDue]", ("WorkingDays", "một"), ("Document", "Quyết định 11/QĐ-UBND"));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(visit.Page.QuerySelector("#WorkingDays")!.GetAttribute("value"), Is.EqualTo("một"));

        await visit.Send("form[action*=NearlyDue]", ("WorkingDays", "1"), ("Minutes", "45"));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Redirect), visit.Errors);
        await visit.Follow();
        Assert.That(visit.Page.QuerySelector("#Minutes")!.GetAttribute("value"), Is.EqualTo("45"));
    }

    [Test]
    public async Task A_further_year_is_added_provisionally_and_then_confirmed()
    {
        using var visit = await Visit.As("quantri");
        await visit.Open("/Calendars");
        await visit.Open(visit.Page.QuerySelectorAll(".tabs a")[^1].GetAttribute("href")!);
        await visit.Send("form[action*=AddYear]");
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Redirect), visit.Errors);
        await visit.Follow();
        Assert.That(visit.Page.QuerySelector("h1")!.TextContent, Does.Contain("2031"));
        Assert.That(visit.Page.QuerySelector(".tag.soon")!.TextContent, Does.Contain("tạm tính"));

        await visit.Send("form[action*=Confirm]", ("Document", "Thông báo 1/TB-BNV"));
        await visit.Follow();
        Assert.That(visit.Page.QuerySelector("form[action*=Confirm]"), Is.Null);
    }

    [Test]
    public async Task Others_read_the_hours_and_change_nothing()
    {
        using var visit = await Visit.As("tiepnhan");
        await visit.Open("/Calendars/Hours");
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(visit.Page.QuerySelectorAll("main form"), Is.Empty);
    }
}
