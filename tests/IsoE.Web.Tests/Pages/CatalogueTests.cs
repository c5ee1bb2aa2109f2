using System.Net;

namespace IsoE.Web.Tests.Pages;

/// <summary>The public catalogue: found without an account, with everything somebody who applies has to know.</summary>
public sealed class CatalogueTests
{
    [Test]
    public async Task A_procedure_is_found_by_what_people_type_and_says_what_to_bring_and_where()
    {
        using var visit = Visit.Anonymous();
        await visit.Open($"/Catalogue?q=ho%20kinh%20daonh&agency={WebOffice.Samples.Main}");
        var link = visit.Page.QuerySelector("#offers tbody a")!;
        Assert.That(link.TextContent, Does.Contain("hộ kinh doanh"));
        await visit.Open(link.GetAttribute("href")!);
        var text = visit.Page.QuerySelector("main")!.TextContent;
        Assert.That(text, Does.Contain("toàn trình").And.Contain("Giấy đề nghị đăng ký hộ kinh doanh").And.Contain("3 ngày làm việc").And.Contain("100.000").And.Contain("168/2025/NĐ-CP").And.Contain("Thứ Hai"));
    }

    [Test]
    public async Task Internal_procedures_and_those_of_other_agencies_are_not_offered()
    {
        using var visit = Visit.Anonymous();
        await visit.Open($"/Catalogue?agency={WebOffice.Samples.Main}");
        Assert.That(visit.Page.QuerySelector("#offers")!.TextContent, Does.Not.Contain("NB-01").And.Not.Contain("1.013831"));
        await visit.Open($"/Catalogue/Procedure/{WebOffice.Samples.Main}/NB-01");
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_blank_declaration_is_a_pdf_made_from_the_form()
    {
        using var visit = Visit.Anonymous();
        await visit.Open($"/Catalogue/Form/{WebOffice.Samples.Main}/1.001612");
        Assert.That(visit.Answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/pdf"));
    }
}
