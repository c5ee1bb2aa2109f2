using IsoE.Documents.Forms;
using IsoE.Documents.Signing;
using IsoE.Documents.Signing.Objects;
using IsoE.Documents.Tests.Forms;

namespace IsoE.Documents.Tests.Signing;

/// <summary>
/// What PDF/A-2a (ISO 19005-2) asks of the structure of a file, before it is signed and after.
/// </summary>
public sealed class ArchiveFormatTests
{
    private readonly SampleAuthority _authority = new();

    [OneTimeTearDown]
    public void End() => _authority.Dispose();

    [Test]
    public async Task A_record_says_its_language_and_title_and_is_tagged_signed_or_not([Values] bool signed)
    {
        var file = PdfFile.Open(await Letter(signed));
        var catalog = file.Catalog;

        Assert.That((file.Resolve(catalog.Raw("Lang")) as PdfString)?.Text, Is.EqualTo("vi"));
        Assert.That((file.Resolve(file.Dictionary(catalog.Raw("MarkInfo"))?.Raw("Marked")) as PdfToken)?.Text, Is.EqualTo("true"));
        Assert.That(file.Dictionary(catalog.Raw("StructTreeRoot"))?.Raw("ParentTree"), Is.Not.Null);
        Assert.That(file.Array(catalog.Raw("OutputIntents")), Is.Not.Empty);
        var metadata = System.Text.Encoding.UTF8.GetString(file.Unpack((PdfStream)file.Resolve(catalog.Raw("Metadata"))!));
        Assert.That(metadata, Does.Contain("<pdfaid:part>2</pdfaid:part>").And.Contain("<pdfaid:conformance>A</pdfaid:conformance>"));
        Assert.That(metadata, Does.Contain("dc:title"));
    }

    [Test]
    public async Task A_seal_is_printed_has_one_appearance_and_brings_its_fonts_along()
    {
        var file = PdfFile.Open(await Letter(signed: true));
        var widget = SignatureWidgets.Of(file).Single().Widget;

        Assert.That((widget.Raw("F") as PdfToken)?.Integer & 4, Is.EqualTo(4), "printed");
        Assert.That(file.Dictionary(widget.Raw("AP"))!.Entries.Keys, Is.EqualTo(new[] { "N" }));
        Assert.That((file.Resolve(widget.Raw("TU")) as PdfString)?.Text, Is.EqualTo("Chữ ký số của Trần Đức Thịnh"));
        var drawing = (PdfStream)file.Resolve(file.Dictionary(widget.Raw("AP"))!.Raw("N"))!;
        var fonts = file.Dictionary(file.Dictionary(drawing.Dictionary.Raw("Resources"))!.Raw("Font"))!.Entries.Values.Select(file.Dictionary).ToList();
        Assert.That(fonts, Is.Not.Empty);
        foreach (var font in fonts)
        {
            Assert.That(font!.Raw("ToUnicode"), Is.Not.Null, "its letters can be read");
            var descendant = file.Dictionary(file.Array(font.Raw("DescendantFonts"))[0])!;
            var descriptor = file.Dictionary(descendant.Raw("FontDescriptor"))!;
            Assert.That(descriptor.Raw("FontFile2") ?? descriptor.Raw("FontFile3"), Is.Not.Null, "embedded");
        }
    }

    private async Task<byte[]> Letter(bool signed)
    {
        var letter = await Documents.Render(Samples.Apology());
        if (!signed) return letter;
        var seal = new PersonSeal { Name = "Trần Đức Thịnh", Agency = "", At = "26/11/2026 09:15:32 +07:00" };
        var visible = new VisibleSeal(SealKind.Person, await Documents.Render(seal), "Chữ ký số của Trần Đức Thịnh");
        using var key = _authority.Key(_authority.Certificate("Trần Đức Thịnh"));
        return await new PdfSigner().Sign(letter, new SignatureRequest("Trần Đức Thịnh", "", "", SampleAuthority.Now, visible), key, CancellationToken.None);
    }
}
