using System.Net;

namespace IsoE.Web.Tests.Pages;

/// <summary>Texts from outside, rehearsal of a version and repeal, as their pages show them.</summary>
public sealed class DocumentPageTests
{
    [Test]
    public async Task A_text_whose_last_day_is_over_is_flagged_in_the_list_and_wrong_dates_keep_what_was_typed()
    {
        using var visit = await Visit.As("thukyiso");
        await visit.Open("/Authoring/ExternalDocument");
        (string, string?)[] typed = [("Number", "99/1999/TT-ABC"), ("TitleVi", "Thông tư cũ"), ("EffectiveFrom", "01/02/2000"), ("EffectiveTo", "31/01/2000")];
        await visit.Send("main form[method=post]", typed);
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(visit.Page.QuerySelector("#TitleVi")!.TextContent.Trim(), Is.EqualTo("Thông tư cũ"));
        Assert.That(visit.Page.QuerySelector("#EffectiveTo")!.GetAttribute("aria-invalid"), Is.EqualTo("true"));

        await visit.Send("main form[method=post]", [.. typed, ("EffectiveTo", "31/12/2000")]);
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Redirect), visit.Errors);
        await visit.Follow();
        var row = visit.Page.QuerySelectorAll("tbody tr").Single(each => each.TextContent.Contains("99/1999/TT-ABC", StringComparison.Ordinal));
        Assert.That(row.TextContent, Does.Contain("31/12/2000").And.Contain("hết hiệu lực"));
    }

    [Test]
    public async Task A_draft_shows_which_open_dossiers_could_move_to_it()
    {
        var draft = await Drafts.Begin("1.001612");
        using var visit = await Visit.As(Drafts.Author);
        await visit.Open($"/Authoring/Rehearsal/{draft}");
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(visit.Page.QuerySelectorAll("#Dossiers tbody tr"), Is.Not.Empty);
        Assert.That(visit.Page.QuerySelector(".legend")!.TextContent, Does.Contain("chuyển được"));
        Assert.That(visit.Page.QuerySelector("main form button"), Is.Null, "Nothing moves to a draft.");
    }

    [Test]
    public async Task A_procedure_is_repealed_with_a_reason_and_from_a_day_to_come()
    {
        using var visit = await Visit.As("chutich");
        await visit.Open("/Library/Procedure/2.000908");
        await visit.Send("#repeal form", ("RepealFrom", "01/01/2020"), ("Reason", "Luật mới"));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(visit.Errors, Does.Contain("Ngày bãi bỏ sớm nhất là"));
        Assert.That(visit.Page.QuerySelector("#Reason")!.TextContent.Trim(), Is.EqualTo("Luật mới"));

        await visit.Send("#repeal form", ("RepealFrom", "01/01/2040"), ("Reason", "Luật mới"));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Redirect), visit.Errors);
        await visit.Follow();
        Assert.That(visit.Page.QuerySelector("#repealed")!.TextContent, Does.Contain("31/12/2039"));
    }
}
