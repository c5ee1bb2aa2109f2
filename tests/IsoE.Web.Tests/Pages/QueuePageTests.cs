using System.Net;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Queue.Serving;
using IsoE.Office.Storage;
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

    /// <summary>A number taken at some time, whatever the hour of this run.</summary>
    private static async Task<string> Ticket()
    {
        var runner = WebOffice.Services.GetRequiredService<InstanceRunner>();
        var (id, now) = (RowId.New(DateTimeOffset.UtcNow), DateTimeOffset.UtcNow);
        await runner.Run(
            new StepRequest(WebOffice.Samples.Main, "queue-of-yesterday", $"take-{id}", Actor.ApplicantId) { Also = [typeof(TicketRow)] },
            step => step.Record(new TicketTaken(id, "B901", DateOnly.FromDateTime(now.DateTime).AddDays(-1), "B", null, null, id, now)), default);
        return id;
    }
}
