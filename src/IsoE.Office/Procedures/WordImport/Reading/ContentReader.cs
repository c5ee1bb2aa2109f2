using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport.Reading;

/// <summary>Reads the text of a document as it would be printed, changes being tracked taken as accepted.</summary>
internal sealed class ContentReader
{
    private const int DeepestNesting = 12;

    private readonly MainDocumentPart part;
    private readonly LeftOut leftOut = new();
    private readonly ParagraphReader paragraphs;
    private readonly TextStyles styles;
    private int tables;
    private int paragraphCount;
    private int depth;

    public ContentReader(MainDocumentPart part)
    {
        this.part = part;
        styles = new TextStyles(part.StyleDefinitionsPart?.Styles, LegacyText.Guess(part.Document.InnerText));
        paragraphs = new ParagraphReader(part, styles, new ListLabels(part.NumberingDefinitionsPart?.Numbering, styles), leftOut);
    }

    public WordContent Read()
    {
        var blocks = Blocks(part.Document.Body!);
        var margins = part.HeaderParts.Select(p => (OpenXmlElement?)p.Header).Concat(part.FooterParts.Select(p => p.Footer))
            .OfType<OpenXmlElement>().DistinctBy(margin => margin.InnerText).SelectMany(Blocks).ToList();
        foreach (var comment in part.WordprocessingCommentsPart?.Comments?.ChildElements.AsEnumerable() ?? [])
            leftOut.Comment(comment.InnerText);
        return new WordContent(blocks, margins, leftOut.Texts, [.. leftOut.Remarks(), .. styles.Remarks()]);
    }

    private List<WordBlock> Blocks(OpenXmlElement container) => [.. Unwrapped(container).SelectMany(Block)];

    private IEnumerable<WordBlock> Block(OpenXmlElement element)
    {
        switch (element.LocalName)
        {
            case "p":
                leftOut.Place = WordPlace.Paragraph(++paragraphCount);
                var (lines, shapes) = paragraphs.Read(element);
                yield return new WordParagraph(WordPlace.Paragraph(paragraphCount), lines, shapes);
                break;
            case "tbl":
                yield return Table(element);
                break;
            case "altChunk":
                leftOut.Embedded(new Text("Phần tài liệu khác được chèn vào (altChunk)", "Another document inserted (altChunk)"));
                break;
        }
    }

    private WordTable Table(OpenXmlElement table)
    {
        if (++depth > DeepestNesting) throw WordRejections.TooMuch();
        var number = ++tables;
        var rows = new List<WordRow>();
        var open = new Dictionary<int, WordCell>();
        foreach (var row in Unwrapped(table).Where(e => e.LocalName == "tr"))
        {
            var properties = row.ChildElements.FirstOrDefault(e => e.LocalName == "trPr");
            if (properties.Child("del") is not null) leftOut.DeletedRow(row.Descendants().Where(e => e.LocalName is "t" or "delText").Select(e => e.InnerText));
            else rows.Add(new WordRow(rows.Count + 1, Cells(row, new WordPlace(number, rows.Count + 1, 0), properties.Child("gridBefore").Number() ?? 0, open)));
        }
        depth--;
        return new WordTable(number, rows);
    }

    private List<WordCell> Cells(OpenXmlElement row, WordPlace place, int column, Dictionary<int, WordCell> open)
    {
        var cells = new List<WordCell>();
        foreach (var element in Unwrapped(row).Where(e => e.LocalName == "tc"))
        {
            var properties = element.ChildElements.FirstOrDefault(e => e.LocalName == "tcPr");
            var span = Math.Clamp(properties.Child("gridSpan").Number() ?? 1, 1, 200);
            if (properties.Child("hMerge") is { } across && across.Value() != "restart" && cells.Count > 0)
            {
                cells[^1] = cells[^1] with { End = column + span, Lines = [.. cells[^1].Lines, .. Cell(element, place, column, span, null).Lines] };
            }
            else
            {
                var merge = properties.Child("vMerge");
                var above = merge is not null && merge.Value() != "restart" ? open.GetValueOrDefault(column) : null;
                var cell = Cell(element, place with { Column = cells.Count + 1 }, column, span, above);
                cells.Add(cell);
                if (above is null) open[column] = cell;
            }
            column += span;
        }
        return cells;
    }

    private WordCell Cell(OpenXmlElement element, WordPlace place, int column, int span, WordCell? above)
    {
        var (lines, shapes, nested) = (new List<WordLine>(), new List<WordShape>(), new List<WordTable>());
        foreach (var block in Unwrapped(element))
        {
            leftOut.Place = place;
            if (block.LocalName == "tbl") nested.Add(Table(block));
            if (block.LocalName != "p") continue;
            var read = paragraphs.Read(block);
            lines.AddRange(read.Lines);
            shapes.AddRange(read.Shapes);
        }
        return new WordCell(place, column, column + span, above, lines, shapes, nested);
    }

    /// <summary>Children, those inside content controls and the like included.</summary>
    private static IEnumerable<OpenXmlElement> Unwrapped(OpenXmlElement container) => container.ChildElements.SelectMany(element =>
        element.LocalName is "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" or "smartTag" ? Unwrapped(element) : [element]);
}
