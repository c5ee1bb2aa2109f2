using IsoE.Office.Procedures.Editing;

namespace IsoE.Web.Tests.Pages;

/// <summary>Conditions of the ISO text: chosen line by line, or typed where they say more.</summary>
public sealed class TextConditionTests
{
    private string _document = "";

    [Test]
    public async Task A_condition_is_chosen_from_fields_and_one_that_says_more_is_kept_as_typed()
    {
        _document = await Drafts.Begin("2.000635");
        using var visit = await Visit.As(Drafts.Author);

        await Save(visit, ("F[when].Line[0].Field", "dossier:channel"), ("F[when].Line[0].Sign", "!="), ("F[when].Line[0].Value", "online"));
        Assert.That(await Kept(), Is.EqualTo("getInput('dossier').channel != 'online'"));
        Assert.That(visit.Page.QuerySelector("[name='F[when].Line[0].Value'] [selected]")?.GetAttribute("value"), Is.EqualTo("online"));

        await Save(visit, ("F[when].Line[1].Field", "case"));
        Assert.That(await Kept(), Is.EqualTo("getInput('dossier').channel != 'online'"), "A line that is not complete changes nothing.");

        await Save(visit, ("F[when]", "getInput('dossier').channel === \"online\""));
        await Save(visit, ("F[copies]", "2"));
        Assert.That(await Kept(), Is.EqualTo("getInput('dossier').channel === \"online\""), "What was not changed stays as it is written.");

        await Save(visit, ("F[when]", "getInput('case').length > 2"));
        Assert.That(visit.Page.QuerySelector(".condition"), Is.Null);
        await Save(visit, ("F[copies]", "1"));
        Assert.That(await Kept(), Is.EqualTo("getInput('case').length > 2"));

        await Save(visit, ("F[when]", "getInput('dossier').channel == 'post'"));
        await Save(visit, ("F[when].Line[0].Field", ""));
        Assert.That(await Kept(), Is.Null);
    }

    private async Task Save(Visit visit, params (string, string?)[] typed)
    {
        var item = $"/Authoring/Writing/{_document}?part=components&item=0";
        await visit.Open(item);
        await visit.Send("#editor", typed);
        Assert.That((int)visit.Status, Is.EqualTo(302), visit.Errors);
        await visit.Open(item);
    }

    private async Task<string?> Kept() => TextDraft.Read((await Drafts.Open(_document)).Content.Text).Draft!.Value("components[0].when");
}
