using System.Net;
using System.Text;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Web.Tests.Pages;

/// <summary>What was given up is seen by the administrator and sent again.</summary>
public sealed class OperationsPageTests
{
    [Test]
    public async Task What_could_not_be_delivered_says_why_and_is_sent_again()
    {
        var id = await GiveUpOne("Máy chủ thư không trả lời");
        using var visit = await Visit.As("quantri");
        await visit.Open("/Operations");
        Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Contain("Máy chủ thư không trả lời").And.Contain("12"));

        await visit.Press("form[method=post]:has(table)", "Gửi lại tất cả");

        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Redirect), visit.Errors);
        await visit.Follow();
        Assert.That(visit.Page.QuerySelector(".callout.ontime"), Is.Not.Null);
        Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Not.Contain("Máy chủ thư không trả lời"));
        await using var db = await Open();
        Assert.That((await Rows(db).SingleAsync(row => row.Id == id)).Status, Is.Not.EqualTo(OutboxStatus.Dead));
    }

    [Test]
    public async Task The_register_of_a_period_is_chosen_and_printed()
    {
        using var visit = await Visit.As("danhgia");
        await visit.Open("/Reports");
        await visit.Open(visit.Page.QuerySelector("a[href='/Reports/Register']")!.GetAttribute("href")!);
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.OK));

        var pdf = visit.Page.QuerySelector("a[href*=Volume]")!.GetAttribute("href")!;
        await visit.Open(pdf);

        Assert.That(visit.Answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/pdf"));
        Assert.That(Encoding.ASCII.GetString(await visit.Answer.Content.ReadAsByteArrayAsync(), 0, 4), Is.EqualTo("%PDF"));
    }

    [Test]
    public async Task A_period_that_ends_before_it_begins_is_refused_at_its_field()
    {
        using var visit = await Visit.As("danhgia");
        await visit.Open("/Reports/Register?From=10/11/2026&To=01/11/2026");

        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(visit.Page.QuerySelector("#To-error"), Is.Not.Null);
    }

    private static async Task<string> GiveUpOne(string reason)
    {
        await using var db = await Open();
        var id = await Rows(db).Where(row => row.Topic == "send-message").Select(row => row.Id).FirstAsync();
        await Rows(db).Where(row => row.Id == id).ExecuteUpdateAsync(row => row
            .SetProperty(x => x.Status, OutboxStatus.Dead).SetProperty(x => x.Attempts, 12).SetProperty(x => x.LastError, reason));
        return id;
    }

    private static IQueryable<OutboxRow> Rows(OfficeDb db) => db.Outbox.IgnoreQueryFilters().Where(row => row.AgencyId == WebOffice.Samples.Main);

    private static Task<OfficeDb> Open() => WebOffice.Services.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync();
}
