using IsoE.Office.Procedures.WordImport.Reading;
using IsoE.Office.Procedures.WordImport.Steps;

namespace IsoE.Office.Procedures.WordImport.Sections;

/// <summary>A line or a row of a section.</summary>
/// <param name="Cells">The cells of a row; a paragraph is one cell.</param>
internal sealed record SectionItem(IReadOnlyList<IReadOnlyList<WordLine>> Cells)
{
    public IEnumerable<WordLine> Lines => Cells.SelectMany(cell => cell);

    public bool IsRow => Cells.Count > 1;

    public IReadOnlyList<string> Texts => [.. Cells.Select(cell => string.Join(' ', cell.Select(line => line.Text)).Trim())];
}

/// <summary>A section of the document with what stands in it.</summary>
internal sealed class DocumentSection(SectionHeading heading, IReadOnlyList<WordLine> headingLines)
{
    public SectionKind Kind => heading.Kind;

    public string Title => heading.Title;

    /// <summary>What stands behind the colon of the heading.</summary>
    public string Inline => heading.Inline;

    public IReadOnlyList<WordLine> HeadingLines => headingLines;

    public List<SectionItem> Items { get; } = [];

    public IEnumerable<WordLine> Lines => headingLines.Concat(Items.SelectMany(item => item.Lines));
}

/// <summary>Divides a document into its sections, tables of steps set apart.</summary>
internal sealed class DocumentSections
{
    private readonly HashSet<WordRow> steps;
    private readonly List<DocumentSection> sections = [];

    private DocumentSections(IEnumerable<FoundTable> tables) =>
        steps = [.. tables.SelectMany(table => table.HeaderRows.Concat(table.Rows.Select(row => row.Row)))];

    /// <summary>The sections in their order; the first holds what stands before any heading.</summary>
    public static IReadOnlyList<DocumentSection> Of(WordContent content, IEnumerable<FoundTable> tables)
    {
        var reading = new DocumentSections(tables);
        reading.Begin(new SectionHeading(SectionKind.Other, "", ""), []);
        foreach (var block in content.Blocks) reading.Add(block);
        return reading.sections;
    }

    private void Begin(SectionHeading heading, IReadOnlyList<WordLine> lines) => sections.Add(new DocumentSection(heading, lines));

    private void Add(WordBlock block)
    {
        if (block is WordTable table)
        {
            foreach (var row in table.Rows.Where(row => !steps.Contains(row))) Add(row);
            return;
        }
        foreach (var line in ((WordParagraph)block).Lines.Where(line => !line.IsEmpty))
        {
            if (SectionWords.Of(line.Seen, line.IsHeading) is { } heading) Begin(heading, [line]);
            else sections[^1].Items.Add(new SectionItem([[line]]));
        }
    }

    private void Add(WordRow row)
    {
        if (SectionWords.OfRow(row) is { } heading)
        {
            // "5.2 | Thành phần hồ sơ | Bản chính | Bản sao": the cells beside are the header of what follows.
            Begin(heading, [.. row.Filled.Take(2).SelectMany(cell => cell.Lines)]);
            if (row.Filled.Count > 2) sections[^1].Items.Add(Item(row));
            return;
        }
        if (row.Cells.Any(cell => !cell.IsEmpty && cell.Tables.Count == 0)) sections[^1].Items.Add(Item(row));
        foreach (var nested in row.Cells.SelectMany(cell => cell.Tables)) Add(nested);
    }

    // A cell over the whole row holds paragraphs of the section.
    private static SectionItem Item(WordRow row) => new([.. row.Cells.Select(cell => (IReadOnlyList<WordLine>)[.. cell.Lines.Where(line => !line.IsEmpty)])]);
}
