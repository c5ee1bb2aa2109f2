using System.Net;
using IsoE.Office.Deadlines;
using IsoE.Office.Dossiers;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Web.Tests.Pages;

public sealed class OutsideAnswerTests
{
    [Test]
    public async Task The_opinion_a_dossier_waits_for_is_recorded_on_its_page()
    {
        var code = await WaitingForOpinion();
        using var visit = await Visit.As("xaydung");
        await visit.Open($"/Dossiers/Dossier/{code}");
        await visit.Open(visit.Page.QuerySelector("a[href*=RecordAnswer]")!.GetAttribute("href")!);
        await visit.Send("main form", ("Answers[opinionNumber]", "214/PC07"), ("Answers[opinionPosition]", "agreed"));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(visit.Page.QuerySelector("[name='Answers[opinionNumber]']")!.GetAttribute("value"), Is.EqualTo("214/PC07"));
        Assert.That(visit.Page.QuerySelector("[aria-invalid=true]")!.GetAttribute("name"), Is.EqualTo("Answers[opinionOn]"));

        await visit.Send("main form", ("Answers[opinionOn]", "20/11/2026"));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Redirect), visit.Errors);
        await visit.Follow();

        Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Contain("Trả lời từ bên ngoài").And.Contain("214/PC07"));
        Assert.That(visit.Page.QuerySelector("a[href*=RecordAnswer]"), Is.Null);
    }

    [Test]
    public async Task Who_may_not_record_an_answer_does_not_find_its_page()
    {
        await using var db = await WebOffice.Services.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync();
        var code = await db.Set<DossierRow>().IgnoreQueryFilters()
            .Where(row => row.ProcedureCode == "1.013225" && row.FinishedAt == null).Select(row => row.Code).FirstAsync();
        using var visit = await Visit.As("chutich");
        await visit.Open($"/Dossiers/Act/RecordAnswer/{code}/consult");
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static async Task<string> WaitingForOpinion()
    {
        await using var db = await WebOffice.Services.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync();
        var waiting = db.Set<DueRow>().IgnoreQueryFilters().Where(row => row.Status == DueStatus.Pending && row.BookmarkId!.StartsWith("consult"));
        return await db.Set<DossierRow>().IgnoreQueryFilters()
            .Where(row => waiting.Any(due => due.InstanceId == row.InstanceId)).Select(row => row.Code).FirstAsync();
    }
}
