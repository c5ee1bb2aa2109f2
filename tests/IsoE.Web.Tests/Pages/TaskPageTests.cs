using System.Net;

namespace IsoE.Web.Tests.Pages;

public sealed class TaskPageTests
{
    [Test]
    public async Task Of_two_people_completing_a_task_the_second_is_told_who_was_first_and_keeps_what_was_typed()
    {
        var task = await OpenTaskOf("kinhdoanh", "Kiểm tra tính hợp lệ");
        using var first = await Visit.As("kinhdoanh");
        using var second = await Visit.As("xaydung");
        await first.Open(task);
        await second.Open(task);
        (string, string?)[] refusal = [("Outcome", "NotEligible"), ("Answers[NotEligible:reason]", "Tên trùng với hộ đã đăng ký"), ("Answers[NotEligible:legalGround]", "Điều 88")];
        await first.Send("#task-form", refusal);
        Assert.That(first.Status, Is.EqualTo(HttpStatusCode.Redirect), first.Errors);
        await second.Send("#task-form", refusal);
        Assert.That(second.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(second.Errors, Does.Contain("Đặng Quốc Bảo"));
        Assert.That(second.Page.QuerySelector("main")!.TextContent, Does.Contain("Tên trùng với hộ đã đăng ký"));
    }

    [Test]
    public async Task Fields_of_an_outcome_are_asked_for_only_with_it()
    {
        using var visit = await Visit.As("xaydung");
        await visit.Open(await OpenTaskOf("xaydung", "Kiểm tra tính hợp lệ"));
        await visit.Send("#task-form", ("Outcome", "NeedsSupplement"));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var wrong = visit.Page.QuerySelectorAll("[aria-invalid=true]").Select(each => each.GetAttribute("name"));
        Assert.That(wrong, Is.EquivalentTo(new[] { "Answers[NeedsSupplement:items]", "Answers[NeedsSupplement:reason]", "Answers[NeedsSupplement:legalGround]" }));
        Assert.That(visit.Page.QuerySelector("#fields-NeedsSupplement")!.Closest("details")!.HasAttribute("open"), Is.True);
    }

    [Test]
    public async Task A_person_without_the_role_is_told_who_may()
    {
        var task = await OpenTaskOf("xaydung", "Kiểm tra tính hợp lệ");
        using var visit = await Visit.As("tiepnhan");
        await visit.Open(task);
        Assert.That(visit.Page.QuerySelector("#task-form"), Is.Null);
        Assert.That(visit.Page.QuerySelector(".callout.soon")?.TextContent, Does.Contain("Chuyên viên"));
    }

    [Test]
    public async Task A_task_of_a_dossier_out_of_reach_is_refused_with_the_roles_that_may()
    {
        var task = await OpenTaskOf("xaydung", "Kiểm tra tính hợp lệ");
        using var visit = await Visit.As("vanthu");
        await visit.Open(task);
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Contain("Chuyên viên thụ lý"));
    }

    [Test]
    public async Task The_inbox_shows_the_most_urgent_first_and_its_counts()
    {
        using var visit = await Visit.As("xaydung");
        await visit.Open("/Tasks?list=Unit");
        var due = visit.Page.QuerySelectorAll("#tasks time").Select(each => each.GetAttribute("datetime")).ToList();
        Assert.That(due, Is.Not.Empty.And.Ordered);
        var count = visit.Page.QuerySelector(".tabs [aria-current] .count")!.TextContent;
        Assert.That(count, Is.EqualTo($"{visit.Page.QuerySelectorAll("#tasks tbody tr").Length}"));
    }

    /// <summary>Address of the last task with this title that waits for the person: the least urgent, so that tests do not meet.</summary>
    private static async Task<string> OpenTaskOf(string user, string title)
    {
        using var visit = await Visit.As(user);
        await visit.Open("/Tasks?list=Unit");
        var link = visit.Page.QuerySelectorAll("#tasks th a").Last(each => each.TextContent.StartsWith(title, StringComparison.Ordinal));
        return link.GetAttribute("href")!;
    }
}
