using System.Net;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Queue.Serving;
using IsoE.Office.Queue.Setup;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Web.Tests.Pages;

public sealed class QueuePageTests
{
    [Test]
    public async Task A_counter_without_fields_comes_back_with_all_that_was_typed()
    {
        using var visit = await Visit.As("quantri");
        await visit.Open("/Queue/Setup/Counter");
        await visit.Send("main form", ("NewNumber", "7"), ("NameVi", "Quầy lưu động"));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(visit.Errors, Does.Contain("Chọn ít nhất một lĩnh vực"));
        Assert.That(visit.Page.QuerySelector("#NameVi")!.GetAttribute("value"), Is.EqualTo("Quầy lưu động"));

        await visit.Send("main form", ("NewNumber", "7"), ("NameVi", "Quầy lưu động"), ("Fields", "C"));
        await visit.Follow();
        Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Contain("Quầy lưu động"));
        await visit.Open("/Organisation/Log");
        Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Contain("Quầy: thêm"));
    }

    [Test]
    public async Task A_guessed_address_of_a_device_is_not_found()
    {
        using var visit = Visit.Anonymous();
        foreach (var address in new[] { "/Queue/Kiosk/guess", "/Queue/Display/guess", "/Queue/Display/guess/events", "/q/guess", "/Appointments/guess" })
        {
            await visit.Open(address);
            Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.NotFound), address);
        }
    }

    [Test]
    public async Task A_reception_opened_from_a_number_shows_it_on_the_dossier()
    {
        var ticket = await Ticket();
        using var visit = await Visit.As("tiepnhan");
        await visit.Open($"/Dossiers/Receive?procedureCode=1.001612&ticket={ticket}");
        await visit.Press("#reception", "Tiếp nhận hồ sơ", ReceptionTests.Complete("Hồ Thị Số"));
        await visit.Follow();
        await visit.Open(visit.Page.QuerySelectorAll("a").First(link => link.TextContent.Contains("Mở hồ sơ", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Contain("Số thứ tự").And.Contain("B901"));
    }

    [Test]
    public async Task A_scanned_receipt_is_shown_by_its_secret_and_only_its_dates_by_its_code_and_forgotten()
    {
        var (secret, dossier) = (await Device(DeviceKind.Lookup), await Finished());
        using var visit = Visit.Anonymous();
        await visit.Open($"/Queue/Lookup/{secret}");
        await visit.Send("main form", ("Scanned", $"https://mot-cua.example/t/{dossier.TrackingSecret}"));
        Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Contain(dossier.Code).And.Contain(Masked.Name(dossier.ApplicantName)));
        Assert.That(visit.Answer.Headers.GetValues("Refresh").Single(), Does.StartWith("30; url=/Queue/Lookup/"));

        await visit.Open($"/Queue/Lookup/{secret}");
        await visit.Send("main form", ("Scanned", dossier.Code));
        Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Contain(dossier.Code).And.Not.Contain(Masked.Name(dossier.ApplicantName)));

        await visit.Open($"/Queue/Lookup/{secret}");
        await visit.Send("main form", ("Scanned", "H29.150-200101-9999"));
        Assert.That((visit.Status, visit.Page.QuerySelector("#Scanned")!.GetAttribute("value") ?? ""), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "")));
    }

    [Test]
    public async Task A_tablet_takes_one_answer_and_the_link_of_the_receipt_no_second_one()
    {
        var (secret, dossier) = (await Device(DeviceKind.Survey), await Finished());
        using var visit = Visit.Anonymous();
        await visit.Open($"/t/{dossier.TrackingSecret}");
        Assert.That(visit.Page.QuerySelector($"a[href='/s/{dossier.TrackingSecret}']"), Is.Not.Null, "The tracking page leads to the survey.");
        await visit.Open($"/Queue/Survey/{secret}");
        await visit.Send("main form", ("Code", dossier.Code));
        Assert.That((visit.Status, visit.Errors), Is.EqualTo((HttpStatusCode.OK, "")), "a scan comes before the marks");
        Assert.That(visit.Page.QuerySelector(".callout")!.TextContent, Does.Contain(dossier.Code).And.Contain("Mời Ông/Bà chạm"));
        await visit.Send("main form", ("Code", dossier.Code), ("Marks.Access", "5"), ("Marks.Result", "4"));
        await visit.Follow();
        Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Contain("Xin cảm ơn"));
        await visit.Open($"/Queue/Survey/{secret}");
        await visit.Send("main form", ("Code", dossier.Code));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(visit.Errors, Does.Contain("đã có đánh giá"));

        await visit.Open($"/s/{dossier.TrackingSecret}");
        Assert.That(visit.Page.QuerySelector("main form"), Is.Null);
        using var leader = await Visit.As("chutich");
        await leader.Open("/Reports/Satisfaction");
        Assert.That(leader.Page.QuerySelector("main")!.TextContent, Does.Contain("1 phiếu").And.Contain("chưa đủ 5 phiếu"));
    }

    private static async Task<string> Device(DeviceKind kind)
    {
        using var scope = WebOffice.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentAgency>().Enter(WebOffice.Samples.Main);
        var admin = new Actor(WebOffice.Samples.Main, "test", "Quản trị", [new Grant(Roles.TenantAdmin)]);
        return await scope.ServiceProvider.GetRequiredService<OpenDevice>().Run(admin, kind, "Sảnh", default);
    }

    private static async Task<DossierRow> Finished()
    {
        await using var db = await WebOffice.Services.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync();
        return await db.Set<DossierRow>().IgnoreQueryFilters().OrderBy(row => row.Code).FirstAsync(
            row => row.FinishedAt != null && !row.IsInternal && !row.IsConfidential && row.AgencyId == WebOffice.Samples.Main);
    }

    /// <summary>A number taken at some time, whatever the hour of this run.</summary>
    private static async Task<string> Ticket()
    {
        var runner = WebOffice.Services.GetRequiredService<InstanceRunner>();
        var (id, now) = (RowId.New(TimeProvider.System.GetUtcNow()), TimeProvider.System.GetUtcNow());
        await runner.Run(
            new StepRequest(WebOffice.Samples.Main, "queue-of-yesterday", $"take-{id}", Actor.ApplicantId) { Also = [typeof(TicketRow)] },
            step => step.Record(new TicketTaken(id, "B901", DateOnly.FromDateTime(now.DateTime).AddDays(-1), "B", null, null, id, now)), default);
        return id;
    }
}
