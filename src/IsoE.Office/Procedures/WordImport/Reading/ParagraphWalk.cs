using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace IsoE.Office.Procedures.WordImport.Reading;

/// <summary>Goes through one paragraph's runs, revisions, fields and drawings.</summary>
internal sealed class ParagraphWalk(ParagraphReader reader, OpenXmlElement paragraph)
{
    private readonly List<(LegacyCode Code, StringBuilder Text)> pieces = [];

    public List<(double[] Top, WordShape Shape)> Shapes { get; } = [];

    // Text in a legacy code is decoded as a whole, for a letter and its mark may stand in different runs.
    public string Text() => string.Concat(pieces.Select(piece => LegacyText.Decode(piece.Text.ToString(), piece.Code)));

    public void Children(OpenXmlElement element)
    {
        foreach (var child in element.ChildElements) Visit(child);
    }

    private void Visit(OpenXmlElement element)
    {
        switch (element.LocalName)
        {
            case "r" when element.IsWord():
                Run(element);
                break;
            case "del" or "moveFrom":
                reader.LeftOut.Deleted(string.Concat(element.Descendants().Where(e => e.LocalName is "delText" or "t").Select(e => e.InnerText)));
                break;
            case "AlternateContent":
                Alternative(element);
                break;
            case "oMath" or "oMathPara":
                Add(LegacyCode.None, string.Concat(element.Descendants().Where(e => e.LocalName == "t").Select(e => e.InnerText)));
                break;
            case "ins" or "moveTo" or "hyperlink" or "smartTag" or "sdt" or "sdtContent" or "fldSimple" or "customXml" or "dir" or "bdo":
                Children(element);
                break;
        }
    }

    private void Run(OpenXmlElement run)
    {
        if (TextStyles.IsHidden(run))
        {
            reader.LeftOut.Hidden(string.Concat(run.Descendants().Where(e => e.LocalName == "t").Select(e => e.InnerText)));
            return;
        }
        var code = reader.Styles.CodeOf(run, paragraph);
        foreach (var child in run.ChildElements) InRun(child, code);
    }

    private void InRun(OpenXmlElement element, LegacyCode code)
    {
        switch (element.LocalName)
        {
            case "t": Add(code, element.InnerText); break;
            case "tab" or "ptab": Add(code, " "); break;
            case "br" or "cr": Add(code, "\n"); break;
            case "noBreakHyphen": Add(code, "-"); break;
            case "softHyphen" when code is LegacyCode.Tcvn3 or LegacyCode.Tcvn3Capitals: Add(code, "\u00AD"); break;
            case "sym": Add(LegacyCode.None, Symbol(element)); break;
            case "footnoteReference" or "endnoteReference": Note(element); break;
            case "AlternateContent": Alternative(element); break;
            case "drawing" or "pict" or "object": Drawing(element); break;
        }
    }

    /// <summary>Newer markup first; the older copy of the same drawing only where the newer says nothing.</summary>
    private void Alternative(OpenXmlElement element)
    {
        var (pieceCount, shapeCount) = (pieces.Count, Shapes.Count);
        foreach (var child in Inside(element, "Choice")) Either(child);
        if (pieceCount != pieces.Count || shapeCount != Shapes.Count) return;
        foreach (var child in Inside(element, "Fallback")) Either(child);
    }

    private static IEnumerable<OpenXmlElement> Inside(OpenXmlElement element, string child) => element.Child(child)?.ChildElements.AsEnumerable() ?? [];

    private void Either(OpenXmlElement element)
    {
        if (element.LocalName is "drawing" or "pict" or "object") Drawing(element);
        else Visit(element);
    }

    private void Drawing(OpenXmlElement drawing)
    {
        var boxes = drawing.Descendants().Where(e => e.LocalName == "txbxContent" && !e.Ancestors().TakeWhile(a => a != drawing).Any(Skipped)).ToList();
        foreach (var box in boxes)
        {
            var lines = box.Descendants().Where(e => e.LocalName == "p").SelectMany(p => reader.Read(p).Lines).Where(line => !line.IsEmpty).ToList();
            if (lines.Count > 0) Shapes.Add((ShapePlace.Of(box), new WordShape(lines)));
        }
        Diagram(drawing);
        if (boxes.Count == 0 && drawing.Descendants().Any(e => e.LocalName is "blip" or "imagedata" or "OLEObject" or "chart")) reader.LeftOut.Picture();
    }

    // A text box inside a text box is read with the outer one; the fallback of a nested alternative is a second copy.
    private static bool Skipped(OpenXmlElement ancestor) =>
        ancestor.LocalName == "txbxContent" || (ancestor.LocalName == "Fallback" && ancestor.Parent.Child("Choice")?.Descendants().Any(e => e.LocalName == "txbxContent") == true);

    private void Diagram(OpenXmlElement drawing)
    {
        foreach (var id in drawing.Descendants().Where(e => e.LocalName == "relIds").Select(e => e.Attribute("dm")).OfType<string>())
        {
            var model = reader.Part.TryGetPartById(id, out var data) ? (data as DiagramDataPart)?.DataModelRoot : null;
            var texts = (model?.Descendants() ?? []).Where(e => e.LocalName == "p").Select(p => ParagraphReader.Blanks(p.InnerText)).Where(t => t.Length > 0);
            foreach (var text in texts) Shapes.Add(([], new WordShape([new WordLine(text)])));
        }
    }

    private void Note(OpenXmlElement reference)
    {
        var notes = reference.LocalName == "footnoteReference"
            ? (OpenXmlElement?)reader.Part.FootnotesPart?.Footnotes
            : reader.Part.EndnotesPart?.Endnotes;
        var id = reference.Attribute("id");
        var text = notes?.ChildElements.FirstOrDefault(note => note.Attribute("id") == id)?.InnerText.Trim();
        if (text is { Length: > 0 }) Add(LegacyCode.None, $" [{text}]");
    }

    private static string Symbol(OpenXmlElement symbol) =>
        !int.TryParse(symbol.Attribute("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) ? ""
        : (code & 0xFF) switch { 0xE0 or 0xE8 or 0xF0 => "→", 0xFE or 0xFC => "x", _ => "•" };

    private void Add(LegacyCode code, string text)
    {
        if (pieces.Count == 0 || pieces[^1].Code != code) pieces.Add((code, new StringBuilder()));
        pieces[^1].Text.Append(text);
    }
}
