using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace IsoE.Web.Tests.Pages;

/// <summary>What authors, Elsa Studio and Word files can get wrong: a clear sentence, and the draft is safe.</summary>
public sealed class AuthoringInputTests
{
    private const string Studio = "/elsa/api/QT-06/workflow-definitions";

    [Test]
    public async Task Studio_posting_an_older_version_or_too_much_leaves_the_draft_as_it_is()
    {
        var document = await Drafts.Begin("QT-06");
        using var visit = await Visit.As(Drafts.Author);
        var opened = (await visit.Json($"{Studio}/by-definition-id/QT-06?versionOptions=Latest"))!.AsObject();

        var changed = Model(opened, model => model["description"] = "changed in Studio");
        await visit.Post(Studio, Body(changed));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.OK));
        var kept = (await Drafts.Open(document)).Content.Flow;
        Assert.That(kept, Does.Contain("changed in Studio"));

        Assert.That(await Refused(visit, Model(opened, model => model["description"] = "from an old window")), Does.Contain("đã được lưu ở nơi khác"));
        var newest = (await visit.Json($"{Studio}/by-definition-id/QT-06?versionOptions=Latest"))!.AsObject();
        Assert.That(await Refused(visit, Model(newest, model => model["root"]!["activities"] = new JsonArray())), Does.Contain("xóa hết các bước"));
        Assert.That(await Refused(visit, Model(newest, model => model["description"] = new string('x', 6_000_000))), Does.Contain("5 MB"));
        Assert.That(await Refused(visit, Model(newest, Crowd)), Does.Contain("2.000").Or.Contain("2000"));
        Assert.That((await Drafts.Open(document)).Content.Flow, Is.EqualTo(kept));
    }

    [Test]
    public async Task A_draft_that_broke_can_be_looked_at_everywhere_and_undone()
    {
        var document = await Drafts.Begin("QT-05");
        await Drafts.Save(document, content => content with { Flow = content.Flow[..^40] });
        using var visit = await Visit.As(Drafts.Author);
        foreach (var part in new[] { "Preview", "Writing", "Review", "Steps" })
        {
            await visit.Open($"/Authoring/{part}/{document}");
            Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.OK), part);
        }

        Assert.That(visit.Page.QuerySelector(".callout.late")!.TextContent, Does.Contain("không đọc được"));
        await visit.Press("#editor", "Hoàn tác");
        await visit.Follow();
        Assert.That(visit.Page.QuerySelectorAll(".steps-list .row-name"), Is.Not.Empty);

        await Drafts.Save(document, content => content with { Text = content.Text.Replace("\nname:", "\nname: [", StringComparison.Ordinal) });
        await visit.Open($"/Authoring/Writing/{document}");
        Assert.That(visit.Page.QuerySelector(".callout.late")!.TextContent, Does.Contain("không đọc được"));
        await visit.Open($"/Authoring/Steps/{document}");
        Assert.That(visit.Page.QuerySelectorAll(".steps-list .row-name"), Is.Not.Empty, "The table stands while the ISO text is broken.");
    }

    [Test]
    public async Task A_Word_file_becomes_a_draft_that_opens_in_the_editor_and_what_is_none_is_refused_in_words()
    {
        using var visit = await Visit.As(Drafts.Author);
        await visit.Open("/Authoring");
        await visit.Open(visit.Page.QuerySelector("a[href*=ImportWord]")!.GetAttribute("href")!);
        var page = visit.Page;
        foreach (var (bytes, said) in new (byte[], string)[]
        {
            ("Kính gửi"u8.ToArray(), "Word"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512], .. Encoding.Unicode.GetBytes("EncryptedPackage")], "mật khẩu"),
            (SmallWordFile.Bytes(macros: true), "macro"),
        })
        {
            visit.Back(page);
            await visit.Upload("main form", "Upload", "quy-trinh.docx", bytes);
            Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(visit.Errors, Does.Contain(said).IgnoreCase);
        }

        visit.Back(page);
        await visit.Upload("main form", "Upload", "quy-trinh.docx", SmallWordFile.Bytes());
        await visit.Follow();
        Assert.That(visit.Page.QuerySelector("main")!.TextContent, Does.Contain("Kiểm tra hồ sơ thuê hội trường"));
        await visit.Send("main form[action*=Draft]", ("Code", "QT-92"), ("Name", "Cho thuê hội trường"));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Redirect), visit.Errors);
        await visit.Follow();
        Assert.That(visit.Page.QuerySelectorAll(".steps-list .row-name").Select(name => name.TextContent.Trim()),
            Is.SupersetOf(new[] { "Kiểm tra hồ sơ thuê hội trường", "Ký văn bản", "Trả kết quả" }));
    }

    private static async Task<string> Refused(Visit visit, JsonObject model)
    {
        var said = JsonNode.Parse(await visit.Post(Studio, Body(model)))!;
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.BadRequest), "Studio shows nothing else to a person.");
        return said["errors"]!["generalErrors"]![0]!.GetValue<string>();
    }

    private static JsonObject Body(JsonObject model) => new() { ["model"] = model, ["publish"] = false };

    private static JsonObject Model(JsonObject opened, Action<JsonObject> change)
    {
        var model = opened.DeepClone().AsObject();
        change(model);
        return model;
    }

    private static void Crowd(JsonObject model)
    {
        var activities = model["root"]!["activities"]!.AsArray();
        for (var i = 0; i < 2_001; i++)
            activities.Add(new JsonObject { ["id"] = $"finish-{i}", ["nodeId"] = $"finish-{i}", ["name"] = "Finish", ["type"] = "Elsa.Finish", ["version"] = 1 });
    }
}
