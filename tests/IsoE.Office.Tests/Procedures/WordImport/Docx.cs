using System.IO.Compression;
using System.Security;
using System.Text;

namespace IsoE.Office.Tests.Procedures.WordImport;

/// <summary>Writes a .docx markup by markup, so that the tests share neither library nor reading with the product.</summary>
internal sealed class Docx
{
    private readonly StringBuilder body = new();
    private readonly Dictionary<string, string> parts = new(StringComparer.Ordinal);
    private readonly List<string> relationships = [];
    private readonly List<string> contentTypes = [];

    /// <summary>Font of every run.</summary>
    public string Font { get; init; } = "Times New Roman";

    /// <summary>How letters are stored: as they are, taken apart, or in the code of a legacy font.</summary>
    public Func<string, string> Letters { get; init; } = text => text;

    public Docx Heading(string text, int level = 1) => Raw(Xml.Paragraph(this, text, style: $"Heading{level}"));

    public Docx Text(string text) => Raw(Xml.Paragraph(this, text));

    public Docx Texts(params string[] lines)
    {
        foreach (var line in lines) Text(line);
        return this;
    }

    public Docx Table(params IEnumerable<Row> rows) => Raw(Xml.Table(this, rows));

    public Docx Raw(string xml)
    {
        body.Append(xml);
        return this;
    }

    /// <summary>Adds a part the main document is related to.</summary>
    public Docx Part(string name, string type, string relationship, string xml)
    {
        parts["word/" + name] = xml;
        contentTypes.Add($"""<Override PartName="/word/{name}" ContentType="{type}"/>""");
        relationships.Add($"""<Relationship Id="part{relationships.Count}" Type="{relationship}" Target="{name}"/>""");
        return this;
    }

    /// <summary>Adds a relationship to something outside the file.</summary>
    public Docx External(string id, string relationship, string target)
    {
        relationships.Add($"""<Relationship Id="{id}" Type="{relationship}" Target="{SecurityElement.Escape(target)}" TargetMode="External"/>""");
        return this;
    }

    public byte[] ToBytes()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", Xml.ContentTypes(string.Concat(contentTypes)));
            Add(zip, "_rels/.rels", Xml.PackageRelationships);
            Add(zip, "word/document.xml", Xml.Document(body.ToString()));
            Add(zip, "word/styles.xml", Xml.Styles);
            Add(zip, "word/numbering.xml", Xml.Numbering);
            Add(zip, "word/_rels/document.xml.rels", Xml.DocumentRelationships(string.Concat(relationships)));
            foreach (var (name, xml) in parts) Add(zip, name, xml);
        }
        return memory.ToArray();
    }

    internal static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        writer.Write(text);
    }
}

internal sealed record Row(params IEnumerable<Cell> Cells)
{
    public bool RepeatedHeader { get; init; }

    /// <summary>The row was deleted while changes were tracked.</summary>
    public bool Deleted { get; init; }

    public bool InContentControl { get; init; }

    public static implicit operator Row(string[] cells) => new(cells.Select(text => (Cell)text));
}

internal enum Merge { None, Start, Continue }

internal sealed record Cell(params IEnumerable<IContent> Content)
{
    public int Span { get; init; } = 1;

    public Merge Merge { get; init; }

    public static implicit operator Cell(string text) => new(text.Split('\n').Select(line => new Line(line)));

    public static Cell Wide(int span, string text) => ((Cell)text) with { Span = span };

    public static Cell First(string text) => ((Cell)text) with { Merge = Merge.Start };

    public static Cell Below { get; } = new() { Merge = Merge.Continue };
}

/// <summary>Something that stands in a cell.</summary>
internal interface IContent
{
    string Write(Docx docx);
}

/// <summary>A paragraph.</summary>
/// <param name="List">Number of the list in the numbering part: 1 plain numbers, 2 bullets, 3 "Bước n"; null for none.</param>
internal sealed record Line(string Text, int? List = null, string? Deleted = null, string? Inserted = null, bool Broken = false) : IContent
{
    public string Write(Docx docx) => Xml.Paragraph(docx, Text, list: List, deleted: Deleted, inserted: Inserted, broken: Broken);
}

internal sealed record Nested(params IEnumerable<Row> Rows) : IContent
{
    public string Write(Docx docx) => Xml.Table(docx, Rows) + "<w:p/>";
}

internal sealed record Markup(Func<Docx, string> Xml) : IContent
{
    public string Write(Docx docx) => Xml(docx);
}
