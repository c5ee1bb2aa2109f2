using System.Collections;
using System.IO.Compression;
using System.Xml.Linq;
using IsoE.Office.Procedures.WordImport;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Procedures.WordImport;

/// <summary>What is in the document is in the sources of a value or in the list of what is not understood.</summary>
public sealed class NothingDroppedTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static IEnumerable<ImportCase> Documents => Corpus.Development.Concat(Corpus.HoldOut).Concat(Corpus.Strange).Where(document => document.Docx.Font == "Times New Roman");

    [TestCaseSource(nameof(Documents))]
    public void Every_paragraph_of_a_document_is_accounted_for(object document)
    {
        var docx = ((ImportCase)document).Docx;
        var read = ReadWordProcedure.Run(new MemoryStream(docx.ToBytes()), []);

        var accounted = Sources(read, []).Select(source => Letters(source.Text)).ToList();
        var lost = Paragraphs(docx.ToBytes()).Where(text => !accounted.Exists(known => known.Contains(text, StringComparison.Ordinal)));

        Assert.That(lost, Is.Empty);
    }

    [Test]
    public void A_column_nobody_knows_is_listed_cell_by_cell()
    {
        var read = Read(new Docx().Table(
            (string[])["TT", "Trình tự", "Hệ số K", "Trách nhiệm", "Thời gian"],
            (string[])["1", "Tiếp nhận", "0,7", "Văn thư", "1 giờ"],
            (string[])["2", "Trả lời", "1,2", "Văn thư", "2 giờ"]));

        Assert.That(read.NotUnderstood.Select(n => (n.Source.Text, n.Source.Row, n.InSteps)), Is.EqualTo(new[] { ("0,7", 2, true), ("1,2", 3, true) }));
        Assert.That(read.NotUnderstood[0].Reason.Vi, Does.Contain("Hệ số K"));
    }

    [Test]
    public void A_time_or_a_person_that_is_not_understood_is_listed_and_left_empty()
    {
        var read = Read(new Docx().Table(
            (string[])["TT", "Trình tự", "Trách nhiệm", "Thời gian"],
            (string[])["1", "Tiếp nhận", "Hội đồng thi đua", "Tùy mùa vụ"],
            (string[])["2", "Trả lời", "Văn thư", "2 giờ"]));

        Assert.Multiple(() =>
        {
            Assert.That(read.Sheet.Steps[0].Performer.Value!.Role, Is.Null);
            Assert.That(read.Sheet.Steps[0].Time.Value!.Limit, Is.Null);
            Assert.That(read.NotUnderstood.Select(n => n.Source.Text), Is.EquivalentTo(new[] { "Hội đồng thi đua", "Tùy mùa vụ" }));
        });
    }

    [Test]
    public void Deleted_hidden_and_margin_texts_are_named_for_what_they_are()
    {
        var read = Read(Corpus.Strange[0].Docx);

        var texts = read.NotUnderstood.ToDictionary(n => n.Source.Text, n => n.Reason.Vi);
        Assert.Multiple(() =>
        {
            Assert.That(texts["9 ngày"], Does.Contain("theo dõi thay đổi"));
            Assert.That(texts["chữ ẩn"], Does.Contain("ẩn"));
            Assert.That(texts["Cần xem lại bước này"], Does.Contain("góp ý"));
        });
    }

    private static WordProcedure Read(Docx docx) => ReadWordProcedure.Run(new MemoryStream(docx.ToBytes()), []);

    private static IEnumerable<string> Paragraphs(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        return [.. zip.Entries.Where(part => part.FullName is "word/document.xml" or "word/comments.xml" or "word/footnotes.xml")
            .SelectMany(part => XDocument.Load(part.Open()).Descendants(W + "p")).SelectMany(Texts).Select(Letters).Where(text => text.Length > 0).Distinct()];
    }

    /// <summary>The paragraph as printed, and what was deleted from it.</summary>
    private static IEnumerable<string> Texts(XElement paragraph)
    {
        var own = paragraph.Descendants().Where(e => e.Ancestors(W + "p").First() == paragraph).ToList();
        var hidden = own.Where(e => e.Name == W + "t" && e.Parent!.Descendants(W + "vanish").Any()).ToList();
        yield return string.Concat(own.Where(e => e.Name == W + "t" && !hidden.Contains(e)).Select(e => e.Value));
        foreach (var text in hidden.Concat(own.Where(e => e.Name == W + "delText"))) yield return text.Value;
    }

    /// <summary>Letters and digits alone: blanks, bullets and automatic numbers may stand differently.</summary>
    private static string Letters(string text) => string.Concat(VietnameseText.Compose(text).Where(char.IsLetterOrDigit));

    private static IEnumerable<SourceCell> Sources(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value)) return [];
        if (value is SourceCell source) return [source];
        if (value is IEnumerable list) return list.Cast<object?>().SelectMany(item => Sources(item, seen));
        if (value.GetType().Namespace?.StartsWith("IsoE.Office", StringComparison.Ordinal) != true && !value.GetType().Name.StartsWith("ValueTuple", StringComparison.Ordinal)) return [];
        return value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0).Select(p => p.GetValue(value))
            .Concat(value.GetType().GetFields().Select(f => f.GetValue(value))).SelectMany(inner => Sources(inner, seen));
    }
}
