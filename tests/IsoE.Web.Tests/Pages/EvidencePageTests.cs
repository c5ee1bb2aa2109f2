using System.Net;
using System.Text;
using IsoE.Verifier;

namespace IsoE.Web.Tests.Pages;

public sealed class EvidencePageTests
{
    private const string Check = "form[action*='handler=Verify']";
    private const string Renewal = "form[action*='handler=Renew']";

    [Test]
    public async Task An_auditor_seals_takes_the_seal_outside_and_holds_everything_against_it()
    {
        using var visit = await Visit.As("danhgia");
        var seal = await Seal(visit);

        await visit.Open("/Evidence/Seals");
        await visit.Upload(Check, "Upload", "seal.json", seal);

        Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Contain("Mọi thứ đều khớp").And.Contain("giữ bên ngoài"));
        Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Match(@"[1-9][\d.]* chữ ký số của [1-9][\d.]* văn bản đã ký đều khớp"));
    }

    [Test]
    public async Task What_is_no_seal_or_one_of_another_agency_is_named()
    {
        using var visit = await Visit.As("danhgia");
        var seal = Encoding.UTF8.GetString(await Seal(visit));

        await visit.Open("/Evidence/Seals");
        await visit.Upload(Check, "Upload", "seal.json", "<html>"u8.ToArray());
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(visit.Errors, Does.Contain("không phải niêm phong của IsoE"));
        await visit.Open("/Evidence/Seals");
        await visit.Upload(Check, "Upload", "seal.json", Encoding.UTF8.GetBytes(seal.Replace("\"H29.150\"", "\"H29.151\"", StringComparison.Ordinal)));
        Assert.That(visit.Errors, Does.Contain("không phải của cơ quan H29.150"));
        await visit.Open("/Evidence/Seals");
        await visit.Upload(Check, "Upload", "seal.json", Encoding.UTF8.GetBytes(seal.Replace("\"size\":", "\"size\":9", StringComparison.Ordinal)));
        Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Contain("chữ ký không khớp"));
    }

    [Test]
    public async Task A_pack_exported_from_a_dossier_is_accepted_by_the_verifier()
    {
        using var visit = await Visit.As("danhgia");
        var seal = await Seal(visit);
        var code = await Dossier(visit);
        await visit.Open($"/Dossiers/Dossier/{code}");
        await visit.Open(visit.Page.QuerySelector("a[href^='/Evidence/Pack']")!.GetAttribute("href")!);
        Assert.That(visit.Page.QuerySelector("#Codes")!.TextContent.Trim(), Is.EqualTo(code));

        await visit.Press("main form", "Xuất gói");

        Assert.That(visit.Answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/pdf"), visit.Errors);
        var findings = Pack.Check(await visit.Answer.Content.ReadAsByteArrayAsync(), seal);
        Assert.That(findings.Wrong, Is.Empty);
    }

    [Test]
    public async Task A_sample_is_drawn_into_the_form_and_nothing_typed_is_lost_on_a_mistake()
    {
        using var visit = await Visit.As("danhgia");
        await visit.Open("/Evidence/Pack");

        await visit.Press("main form", "Rút mẫu", ("Count", "0"), ("Seed", "48291"));
        Assert.That(visit.Errors, Does.Contain("Nhập số từ 1"));
        Assert.That(visit.Page.QuerySelector("#Seed")!.GetAttribute("value"), Is.EqualTo("48291"));
        await visit.Press("main form", "Rút mẫu", ("Count", "3"), ("From", "01/01/2020"));

        Assert.That(visit.Page.QuerySelector("#Codes")!.TextContent.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), Has.Length.EqualTo(3));
    }

    [Test]
    public async Task A_step_of_a_dossier_shows_procedure_roles_and_calendar_as_they_stood()
    {
        using var visit = await Visit.As("danhgia");
        await visit.Open($"/Dossiers/Dossier/{await Dossier(visit)}");

        await visit.Open(visit.Page.QuerySelector(".timeline a[href^='/Evidence/AsOf']")!.GetAttribute("href")!);

        var text = visit.Page.QuerySelector("main")!.TextContent;
        Assert.That(text, Does.Contain("Ai giữ vai trò nào").And.Contain("Chuyên viên").And.Contain("Thứ hai").And.Contain("07:30"));
        await visit.Open("/Evidence/AsOf/H29.150-000000-0000/1");
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_leader_renews_the_sealing_key_and_the_page_shows_both_keys()
    {
        using var auditor = await Visit.As("danhgia");
        await Seal(auditor);
        Assert.That(auditor.Page.QuerySelector(Renewal), Is.Null);
        using var leader = await Visit.As("chutich");
        await leader.Open("/Evidence/Seals");

        await leader.Send(Renewal, ("SinceOn", "hôm qua"), ("Reason", "Mất máy"));
        Assert.That(leader.Errors, Does.Contain("27/11/2026"));
        Assert.That(leader.Page.QuerySelector("#Reason")!.GetAttribute("value"), Is.EqualTo("Mất máy"));
        await leader.Send(Renewal, ("SinceOn", ""), ("Reason", "Mất máy"));
        Assert.That(leader.Errors, Does.Contain("Nhập ngày khóa bắt đầu bị lộ"));
        await leader.Send(Renewal, ("SinceOn", ""), ("Reason", ""));
        await leader.Follow();

        var keys = leader.Page.QuerySelectorAll("table")[1].QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        Assert.That(keys, Has.Count.GreaterThan(1));
        Assert.That(keys[^1], Does.Contain("khóa đầu tiên"));
        var newest = leader.Page.QuerySelectorAll("table")[1].QuerySelector("tbody th")!.TextContent;
        await auditor.Open("/Evidence/Seals");
        await auditor.Send(Check, ("Published", newest));
        Assert.That(auditor.Page.QuerySelector("main")!.TextContent, Does.Contain("Mọi thứ đều khớp"));
        await auditor.Open("/Evidence/Seals");
        await auditor.Send(Check, ("Published", "12ab"));
        Assert.That(auditor.Errors, Does.Contain("64 chữ số thập lục phân"));
    }

    private static async Task<byte[]> Seal(Visit visit)
    {
        await visit.Open("/Evidence/Seals");
        await visit.Send("form[action*='handler=Seal']");
        await visit.Follow();
        await visit.Open(visit.Page.QuerySelector("tbody a")!.GetAttribute("href")!);
        return await visit.Answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<string> Dossier(Visit visit)
    {
        await visit.Open("/Dossiers");
        return visit.Page.QuerySelectorAll("tbody a").Select(link => link.TextContent.Trim()).First(text => text.StartsWith("H29.150-", StringComparison.Ordinal));
    }
}
