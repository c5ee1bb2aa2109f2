using System.Net;
using IsoE.Office.Dossiers;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Web.Tests.Pages;

public sealed class RecallPageTests
{
    [Test]
    public async Task A_leader_recalls_a_wrong_result_and_the_link_of_the_receipt_leads_to_the_new_dossier()
    {
        var row = await Some(dossier => dossier.OrderByDescending(each => each.Code).FirstAsync(each =>
            each.AgencyId == WebOffice.Samples.Main && each.NationalStatus == NationalStatus.Returned && each.RecalledAt == null
            && !each.IsConfidential && each.ParentInstanceId == null && each.ProcedureCode == "1.004873"));
        using var leader = await Visit.As("chutich");
        await leader.Open($"/Dossiers/Dossier/{row.Code}");
        var recall = leader.Page.QuerySelector("a[href^='/Dossiers/Act/RecallResult/']")!.GetAttribute("href")!;
        await leader.Open(recall);
        await leader.Send("main form", ("Reason", " "));
        Assert.That(leader.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(leader.Errors, Does.Contain("Nêu nội dung sai sót"));
        await leader.Send("main form", ("Reason", "Sai ngày sinh: 12/05/1990, đúng là 21/05/1990."));
        Assert.That(leader.Status, Is.EqualTo(HttpStatusCode.Redirect), leader.Errors);

        var old = await Some(dossier => dossier.SingleAsync(each => each.InstanceId == row.InstanceId));
        await leader.Open($"/Dossiers/Dossier/{row.Code}");
        Assert.That(leader.Page.QuerySelector(".callout a.code")!.TextContent, Is.EqualTo(old.SupersededByCode));
        Assert.That(leader.Page.QuerySelector("a[href^='/Dossiers/Act/RecallResult/']"), Is.Null, "once only");
        using var citizen = Visit.Anonymous();
        await citizen.Open($"/t/{row.TrackingSecret}");
        var link = citizen.Page.QuerySelector("main a.code")!;
        Assert.That(citizen.Page.QuerySelector("main")!.TextContent, Does.Contain("đã bị thu hồi").And.Contain("xin lỗi"));
        await citizen.Open(link.GetAttribute("href")!);
        Assert.That(citizen.Page.QuerySelector("main")!.TextContent, Does.Contain(old.SupersededByCode).And.Not.Contain("thu hồi"));
    }

    private static async Task<DossierRow> Some(Func<IQueryable<DossierRow>, Task<DossierRow>> find)
    {
        await using var db = await WebOffice.Services.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync();
        return await find(db.Set<DossierRow>().IgnoreQueryFilters());
    }
}
