using System.Net;
using System.Text;

namespace IsoE.Web.Tests.Pages;

public sealed class ImprovementPageTests
{
    private const string Table = "case,activity,complete time,deadline\n1,Check,2026-11-05 09:30,2026-11-06\n1,Sign,2026-11-06 10:00,2026-11-06\n2,Check,2026-11-05 09:30,2026-11-05\n2,Sign,2026-11-09 09:30,2026-11-05\n";

    [Test]
    public async Task A_log_is_uploaded_its_columns_confirmed_and_its_map_drawn_with_the_table_beneath()
    {
        using var visit = await Visit.As("phochutich");
        await visit.Open("/Reports/Improvement");
        await visit.Upload("form[enctype]", "Upload", "permits.csv", Encoding.UTF8.GetBytes(Table));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Redirect), visit.Errors);
        await visit.Follow();
        Assert.That(visit.Page.QuerySelector("select[name='Column[DeadlineAt]'] option[selected]")!.TextContent, Is.EqualTo("deadline"));

        await visit.Send("main form", ("Column[Case]", ""));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(visit.Errors, Does.Contain("Chọn cột ghi mã trường hợp"));
        await visit.Send("main form", ("Column[Case]", "case"));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Redirect), visit.Errors);
        await visit.Follow();

        var main = visit.Page.QuerySelector("main")!;
        Assert.That(main.TextContent, Does.Contain("50,0 % (1/2)"));
        Assert.That(main.QuerySelector(".diagram svg")!.TextContent, Does.Contain("Check").And.Contain("Sign"));
        Assert.That(main.QuerySelectorAll("table").Select(table => table.QuerySelectorAll("tbody tr").Length), Is.EqualTo(new[] { 2, 1 }));
    }

    [Test]
    public async Task A_file_that_is_no_log_is_refused_in_words()
    {
        using var visit = await Visit.As("phochutich");
        await visit.Open("/Reports/Improvement");

        await visit.Upload("form[enctype]", "Upload", "log.xes", Encoding.UTF8.GetBytes("<!DOCTYPE log><log/>"));

        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(visit.Errors, Does.Contain("Không đọc được tệp XES"));
    }

    [Test]
    public async Task Every_number_of_the_report_leads_to_as_many_dossiers()
    {
        using var visit = await Visit.As("chutich");
        await visit.Open("/Reports?from=01/01/2025&to=31/12/2027");
        var numbers = visit.Page.QuerySelectorAll("main td.number a").Select(link => (Number: link.TextContent.Trim(), Address: link.GetAttribute("href")!)).DistinctBy(each => each.Address).ToList();
        Assert.That(numbers, Has.Count.GreaterThan(40));

        foreach (var (number, address) in numbers.Where((_, place) => place % 9 == 0))
        {
            await visit.Open(address);
            Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.OK), address);
            Assert.That(visit.Page.QuerySelector("main p")!.TextContent, Does.Contain($": {number} hồ sơ."), address);
        }
    }
}
