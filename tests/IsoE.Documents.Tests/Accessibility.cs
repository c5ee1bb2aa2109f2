using IsoE.Documents.Signing;
using IsoE.Documents.Signing.Objects;

namespace IsoE.Documents.Tests;

/// <summary>Holds a file against what PDF/UA-1 (ISO 14289-1) asks of its structure; it is no validator of the whole standard.</summary>
/// <remarks>
/// Checked: tagged, with language and a shown title; both standards named and described in the metadata; an output intent; every font
/// embedded with Unicode values; every tag standard or mapped to one; headings from level 1 without a gap; pictures with words and a
/// place; tables of rows of cells with scoped headings; everything painted on a page tagged or an artifact, and every tagged piece
/// known to the tree; signatures in a form tag, named, reached in the order of the tags.
/// Not checked: whether words and order are right, contrast, and whatever a program cannot see.
/// </remarks>
internal sealed class Accessibility
{
    private static readonly string[] Standard =
    [
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "P", "H1", "H2", "H3", "H4", "H5", "H6",
        "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "Code", "Link", "Annot", "Figure", "Formula", "Form",
    ];

    private static readonly string[] Painting = ["Tj", "TJ", "'", "\"", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "EI"];

    private readonly PdfFile _file;
    private readonly List<string> _findings = [];
    private readonly Dictionary<int, PdfValue> _parents = [];
    private int _heading;

    private Accessibility(byte[] pdf) => _file = PdfFile.Open(pdf);

    /// <summary>What is missing, a line each.</summary>
    public static IReadOnlyList<string> Findings(byte[] pdf, int archivePart = 2)
    {
        var check = new Accessibility(pdf);
        check.Catalogue();
        check.Metadata(archivePart);
        check.Fonts();
        check.Tags();
        foreach (var page in PdfPages.Of(check._file)) check.Page(page);
        return check._findings;
    }

    private void Catalogue()
    {
        var catalog = _file.Catalog;
        Expect((_file.Dictionary(catalog.Raw("MarkInfo"))?.Raw("Marked") as PdfToken)?.Text == "true", "not marked as tagged");
        Expect((_file.Dictionary(catalog.Raw("ViewerPreferences"))?.Raw("DisplayDocTitle") as PdfToken)?.Text == "true", "the title is not shown");
        Expect(_file.Resolve(catalog.Raw("Lang")) is PdfString { Text: "vi" or "en" }, "no language");
        Expect(_file.Array(catalog.Raw("OutputIntents")).Count == 1, "no output intent");
    }

    private void Metadata(int archivePart)
    {
        var metadata = System.Text.Encoding.UTF8.GetString(_file.Unpack((PdfStream)_file.Resolve(_file.Catalog.Raw("Metadata"))!));
        foreach (var words in new[] { "<pdfuaid:part>1</pdfuaid:part>", $"<pdfaid:part>{archivePart}</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "<dc:title>", "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" })
            Expect(metadata.Split(words).Length == 2, $"{words} does not stand once in the metadata");
    }

    private void Fonts()
    {
        var all = _file.Entries.Keys.Select(_file.Get).OfType<PdfDictionary>().Where(value => value.Name("Type") == "Font").ToList();
        foreach (var font in all.Where(font => font.Name("Subtype") is not ("CIDFontType0" or "CIDFontType2")))
        {
            var descendant = _file.Array(font.Raw("DescendantFonts")) is [var only] ? _file.Dictionary(only) : font;
            var descriptor = _file.Dictionary(descendant?.Raw("FontDescriptor"));
            Expect((descriptor?.Raw("FontFile2") ?? descriptor?.Raw("FontFile3") ?? descriptor?.Raw("FontFile")) is not null, $"font {font.Name("BaseFont")} is not embedded");
            Expect(font.Raw("ToUnicode") is not null, $"font {font.Name("BaseFont")} has no Unicode values");
        }
    }

    private void Tags()
    {
        var root = _file.Dictionary(_file.Catalog.Raw("StructTreeRoot"));
        Expect(root is not null, "no tags");
        if (root is null) return;
        var numbers = _file.Array(_file.Dictionary(root.Raw("ParentTree"))?.Raw("Nums"));
        for (var i = 0; i + 1 < numbers.Count; i += 2) _parents[(int)((PdfToken)numbers[i]).Integer!] = numbers[i + 1];
        foreach (var tag in HeldBy(root)) Visit(tag, "", _file.Dictionary(root.Raw("RoleMap")));
    }

    private void Visit(PdfValue value, string parent, PdfDictionary? roles)
    {
        if (_file.Dictionary(value) is not { } tag || tag.Name("S") is not { } name) return;
        var role = Standard.Contains(name) ? name : roles?.Name(name) ?? name;
        Expect(Standard.Contains(role), $"the tag {name} is not mapped");
        if (role is ['H', >= '1' and <= '6'])
        {
            Expect(role[1] - '0' <= _heading + 1, $"heading {role} after level {_heading}");
            _heading = role[1] - '0';
        }

        if (role is "Figure" or "Formula")
        {
            Expect(_file.Resolve(tag.Raw("Alt")) is PdfString { Text.Length: > 0 }, "a picture without words");
            Expect(Attribute(tag, "BBox") is not null, "a picture without a place");
        }

        if (role == "TH") Expect(Attribute(tag, "Scope") is not null, "a heading of a table without scope");
        if (role == "TR") Expect(parent is "Table" or "THead" or "TBody" or "TFoot", $"a row in {parent}");
        if (role is "TH" or "TD") Expect(parent == "TR", $"a cell in {parent}");
        if (role == "Table") Expect(Below(tag).Any(name => name == "TH"), "a table without headings");
        foreach (var held in HeldBy(tag)) Visit(held, role, roles);
    }

    private void Page(PdfPage page)
    {
        var marks = Painted(page);
        var key = (page.Dictionary.Raw("StructParents") as PdfToken)?.Integer;
        var known = key is { } number && _parents.TryGetValue((int)number, out var list) ? _file.Array(list) : [];
        foreach (var mark in marks) Expect(mark < known.Count && _file.Dictionary(known[mark]) is not null, $"piece {mark} of a page is in no tag");
        var annotations = _file.Array(page.Dictionary.Raw("Annots"));
        Expect(annotations.Count == 0 || page.Dictionary.Name("Tabs") == "S", "annotations are not reached in the order of the tags");
        foreach (var annotation in annotations.Select(_file.Dictionary)) Annotation(annotation!);
    }

    private void Annotation(PdfDictionary annotation)
    {
        var isWidget = annotation.Name("Subtype") == "Widget";
        Expect(_file.Resolve(annotation.Raw(isWidget ? "TU" : "Contents")) is PdfString { Text.Length: > 0 }, "an annotation without words");
        var tag = (annotation.Raw("StructParent") as PdfToken)?.Integer is { } key && _parents.TryGetValue((int)key, out var found) ? _file.Dictionary(found) : null;
        Expect(tag?.Name("S") == (isWidget ? "Form" : "Link"), "an annotation outside the tags");
    }

    /// <summary>Numbers of the tagged pieces of a page; whatever is painted outside of them and of artifacts is a finding.</summary>
    private List<int> Painted(PdfPage page)
    {
        var contents = _file.Resolve(page.Dictionary.Raw("Contents")) is PdfStream one ? [one] : _file.Array(page.Dictionary.Raw("Contents")).Select(part => (PdfStream)_file.Resolve(part)!).ToList();
        var bytes = contents.SelectMany(part => _file.Unpack(part).Append((byte)'\n')).ToArray();
        var parser = new PdfParser(bytes, isFile: false);
        var (marks, open, operands) = (new List<int>(), new Stack<bool>(), new List<PdfValue>());
        for (parser.SkipSpace(); parser.Position < bytes.Length; parser.SkipSpace())
        {
            if (IsOperand(bytes[parser.Position]))
            {
                operands.Add(parser.Value());
                continue;
            }

            var word = parser.Word();
            if (word.Length == 0) parser.Position++;
            else if (word is "BDC" or "BMC") open.Push(Marks(operands, marks) || open.Contains(true));
            else if (word == "EMC") open.Pop();
            else if (Painting.Contains(word)) Expect(open.TryPeek(out var isKnown) && isKnown, $"{word} paints outside tags and artifacts");
            operands.Clear();
        }

        Expect(open.Count == 0, "a marked piece does not end");
        return marks;
    }

    private static bool Marks(List<PdfValue> operands, List<int> marks)
    {
        if (operands is [PdfName { Value: "Artifact" }, ..]) return true;
        if (operands is not [_, PdfDictionary properties] || (properties.Raw("MCID") as PdfToken)?.Integer is not { } number) return false;
        marks.Add((int)number);
        return true;
    }

    private static bool IsOperand(byte first) => first is (byte)'(' or (byte)'<' or (byte)'[' or (byte)'/' or (byte)'-' or (byte)'+' or (byte)'.' or (>= (byte)'0' and <= (byte)'9');

    private PdfValue? Attribute(PdfDictionary tag, string key) =>
        _file.Resolve(tag.Raw("A")) is PdfDictionary one
            ? one.Raw(key)
            : _file.Array(tag.Raw("A")).Select(set => _file.Dictionary(set)?.Raw(key)).FirstOrDefault(found => found is not null);

    private IEnumerable<string> Below(PdfDictionary tag) =>
        HeldBy(tag).Select(_file.Dictionary).OfType<PdfDictionary>().SelectMany(held => Below(held).Prepend(held.Name("S") ?? ""));

    private IReadOnlyList<PdfValue> HeldBy(PdfDictionary tag) => SignatureTags.HeldBy(_file, tag);

    private void Expect(bool holds, string finding)
    {
        if (!holds && !_findings.Contains(finding)) _findings.Add(finding);
    }
}
