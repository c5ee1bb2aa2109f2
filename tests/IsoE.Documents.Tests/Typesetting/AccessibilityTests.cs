using System.Text;
using IsoE.Documents.Forms;
using IsoE.Documents.Packing;
using IsoE.Documents.Signing;
using IsoE.Documents.Signing.Objects;
using IsoE.Documents.Tests.Forms;
using IsoE.Documents.Tests.Signing;
using IsoE.Documents.Typesetting;

namespace IsoE.Documents.Tests.Typesetting;

/// <summary>Every document is PDF/A and PDF/UA-1: the compiler checks both, and <see cref="Accessibility"/> looks again.</summary>
public sealed class AccessibilityTests
{
    private static IEnumerable<TestCaseData> Forms() =>
        EveryTemplate.Forms().Select((form, i) => new TestCaseData(form).SetArgDisplayNames($"{i:00}-{form.Template}"));

    [TestCaseSource(nameof(Forms))]
    public async Task A_document_of_every_template_can_be_kept_and_read_aloud(DocumentForm form)
    {
        var pdf = await Documents.Render(form, $"ua-{TestContext.CurrentContext.Test.Name.Split('(')[1].TrimEnd(')')}");

        Assert.That(Accessibility.Findings(pdf), Is.Empty);
        Assert.That(Pdf.Check(pdf).Code, Is.Zero);
        Assert.That(Pdf.Info(pdf)["Title"], Is.EqualTo(form.Title));
    }

    [Test]
    public void Every_template_has_a_sample()
    {
        var templates = Directory.GetFiles(Path.Combine(new TypesetterOptions().ProductFolder, "templates"), "*.typ").Select(Path.GetFileNameWithoutExtension).Except(["nd30", "iso"]);

        Assert.That(EveryTemplate.Forms().Select(form => form.Template).Distinct(), Is.EquivalentTo(templates));
    }

    [Test]
    public async Task What_is_kept_is_what_the_compiler_checked_as_an_archive_file()
    {
        await using var worker = TypesettingWorker.Start(new TypesetterOptions());
        foreach (var form in new DocumentForm[] { Samples.Receipt(), ProcedureSample.Permit(), ReportSamples.Compliance() })
        {
            var (_, written) = await worker.Run(form.ToJob(Documents.At), null, CancellationToken.None);

            Assert.That(Streams(await Documents.Render(form)), Is.EqualTo(Streams(written[0])), "pages, fonts, pictures and colours");
        }
    }

    [Test]
    public async Task What_was_signed_can_be_read_aloud_with_its_signatures([Values(1, 3)] int count, [Values] bool isVisible)
    {
        using var authority = new SampleAuthority();
        using var key = authority.Key(authority.Certificate("Trần Đức Thịnh"));
        var drawing = await Documents.Render(new PersonSeal { Name = "Trần Đức Thịnh", Agency = "", At = "26/11/2026 09:15:32 +07:00" });
        var seal = isVisible ? new VisibleSeal(SealKind.Person, drawing, "Chữ ký số của Trần Đức Thịnh") : null;
        var signed = await Documents.Render(Samples.Apology());

        for (var i = 0; i < count; i++)
            signed = await new PdfSigner().Sign(signed, new SignatureRequest("Trần Đức Thịnh", "", "", SampleAuthority.Now, seal), key, CancellationToken.None);

        Assert.That(Accessibility.Findings(signed), Is.Empty);
        Assert.That(Pdf.Check(signed).Code, Is.Zero);
    }

    [Test]
    public async Task A_pack_can_be_kept_and_read_aloud()
    {
        var report = await Documents.Typesetter.Render(EveryTemplate.Forms().OfType<EvidenceReport>().Single().ToJob(Documents.At, PdfStandard.A3a), CancellationToken.None);
        using var output = new MemoryStream();
        var writer = new PackWriter(output, report, Documents.At);
        writer.Begin();
        await writer.Add(new EmbeddedFile("history.json", "application/json", "Lịch sử", _ => Task.FromResult<Stream>(new MemoryStream("{}"u8.ToArray()))), CancellationToken.None);
        writer.End(_ => new byte[64]);

        Assert.That(Accessibility.Findings(output.ToArray(), archivePart: 3), Is.Empty);
        Assert.That(Pdf.Check(output.ToArray()).Code, Is.Zero);
    }

    [TestCase("#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>\"), format: \"svg\")", "alt")]
    [TestCase("#heading(level: 1)[Một] #heading(level: 3)[Ba]", "heading")]
    public async Task A_template_that_cannot_be_read_aloud_is_refused(string body, string finding)
    {
        var overrides = Directory.CreateTempSubdirectory("templates-").FullName;
        Directory.CreateDirectory(Path.Combine(overrides, "agency"));
        await File.WriteAllTextAsync(Path.Combine(overrides, "agency", "form-01.typ"), $"#let render(d, job) = [{body}]", new UTF8Encoding(false));
        await using var typesetter = new Typesetter(new TypesetterOptions { OverridesFolder = overrides });

        var failed = await Assert.ThrowsAsync<DocumentFailedException>(() => typesetter.Render(Samples.Receipt().ToJob(Documents.At, overrides: "agency"), CancellationToken.None));

        Assert.That(failed!.Diagnostics, Does.Contain(finding));
        Directory.Delete(overrides, recursive: true);
    }

    [TestCase("<pdfuaid:part>1", "<pdfuaid:part>2")]
    [TestCase("/DisplayDocTitle true", "/DisplayDocTitle fals")]
    [TestCase("/Scope", "/Skope")]
    [TestCase("/BBox", "/Box2")]
    [TestCase("/Alt ", "/Alx ")]
    [TestCase("/ToUnicode", "/ToUnicorn")]
    [TestCase("/S /H1", "/S /H4")]
    [TestCase("/S /THead", "/S /THand")]
    public async Task The_check_finds_what_is_taken_away(string words, string instead)
    {
        var text = Encoding.Latin1.GetString(await Documents.Render(Samples.Receipt()));
        Assert.That(text, Does.Contain(words));

        var changed = Encoding.Latin1.GetBytes(text.Replace(words, instead, StringComparison.Ordinal));

        Assert.That(Accessibility.Findings(changed), Is.Not.Empty);
    }

    /// <summary>The bytes of all streams but the metadata, in an order of their own.</summary>
    private static List<string> Streams(byte[] pdf)
    {
        var file = PdfFile.Open(pdf);
        var streams = file.Entries.Keys.Select(file.Get).OfType<PdfStream>().Where(stream => stream.Dictionary.Name("Type") != "Metadata");
        return [.. streams.Select(stream => Convert.ToBase64String(stream.Raw.Span)).Order(StringComparer.Ordinal)];
    }
}
