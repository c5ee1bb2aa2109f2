namespace IsoE.Office.Procedures.WordImport.Reading;

/// <summary>What a Word document says, without its looks: paragraphs and tables in reading order.</summary>
/// <param name="Margins">Page headers and footers, each once.</param>
/// <param name="LeftOut">What is in the file but not part of the text that is read, with why.</param>
/// <param name="Remarks">What the author of the draft has to know about the file as a whole.</param>
internal sealed record WordContent(
    IReadOnlyList<WordBlock> Blocks,
    IReadOnlyList<WordBlock> Margins,
    IReadOnlyList<NotUnderstood> LeftOut,
    IReadOnlyList<ImportRemark> Remarks)
{
    /// <summary>Every table, nested ones and those of page headers included, in the order of their numbers.</summary>
    public IEnumerable<WordTable> Tables => TablesIn(Blocks).Concat(TablesIn(Margins));

    /// <summary>Every line of the document with the place it stands in.</summary>
    public IEnumerable<(WordLine Line, WordPlace Place)> Lines => Blocks.Concat(Margins).SelectMany(LinesOf);

    private static IEnumerable<WordTable> TablesIn(IEnumerable<WordBlock> blocks) =>
        blocks.OfType<WordTable>().SelectMany(table => TablesIn(table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Tables)).Prepend(table));

    private static IEnumerable<(WordLine, WordPlace)> LinesOf(WordBlock block) => block switch
    {
        WordTable table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell =>
            cell.AllLines.Select(line => (line, cell.Place)).Concat(cell.Tables.SelectMany(LinesOf))),
        WordParagraph paragraph => paragraph.AllLines.Select(line => (line, paragraph.Place)),
        _ => [],
    };
}

/// <summary>Where something stands: a cell of a table, or (table 0) a paragraph of the text, counted from 1.</summary>
internal readonly record struct WordPlace(int Table, int Row, int Column)
{
    public static WordPlace Paragraph(int number) => new(0, number, 0);
}

/// <summary>A line of text: a paragraph, or what stands between two line breaks of one.</summary>
/// <remarks>A class, because two lines with the same text are still two lines.</remarks>
internal sealed class WordLine(string text, string label = "", bool isHeading = false)
{
    /// <summary>The text, in composed Unicode, blanks collapsed; never with the automatic number.</summary>
    public string Text { get; } = text;

    /// <summary>The automatic number or bullet Word puts before the line; empty for none.</summary>
    public string Label { get; } = label;

    /// <summary>The paragraph has the style of a heading.</summary>
    public bool IsHeading { get; } = isHeading;

    public bool IsEmpty => Text.Length == 0;

    /// <summary>The line as it is seen on paper.</summary>
    public string Seen => Label.Length == 0 ? Text : Text.Length == 0 ? Label : $"{Label} {Text}";
}

/// <summary>A shape of a drawing that holds text.</summary>
internal sealed record WordShape(IReadOnlyList<WordLine> Lines)
{
    public string Text => string.Join(' ', Lines.Select(line => line.Text)).Trim();
}

internal abstract record WordBlock;

internal sealed record WordParagraph(WordPlace Place, IReadOnlyList<WordLine> Lines, IReadOnlyList<WordShape> Shapes) : WordBlock
{
    public IEnumerable<WordLine> AllLines => Lines.Concat(Shapes.SelectMany(shape => shape.Lines));
}

/// <param name="Number">Position among all tables of the document, from 1.</param>
internal sealed record WordTable(int Number, IReadOnlyList<WordRow> Rows) : WordBlock
{
    /// <summary>Columns of the grid.</summary>
    public int Width => Rows.SelectMany(row => row.Cells).Select(cell => cell.End).DefaultIfEmpty().Max();
}

/// <param name="Number">From 1.</param>
internal sealed record WordRow(int Number, IReadOnlyList<WordCell> Cells)
{
    /// <summary>The cell that covers a column of the grid, or null.</summary>
    public WordCell? At(int column) => Cells.FirstOrDefault(cell => cell.Start <= column && column < cell.End);

    public bool IsEmpty => Cells.All(cell => cell.IsEmpty);

    /// <summary>Cells that hold something.</summary>
    public IReadOnlyList<WordCell> Filled => [.. Cells.Where(cell => !cell.IsEmpty)];
}

/// <param name="Start">First column of the grid it covers, from 0.</param>
/// <param name="End">Column after the last one.</param>
/// <param name="Above">For a cell merged with the one above: the cell in which the merged text stands.</param>
internal sealed record WordCell(
    WordPlace Place,
    int Start,
    int End,
    WordCell? Above,
    IReadOnlyList<WordLine> Lines,
    IReadOnlyList<WordShape> Shapes,
    IReadOnlyList<WordTable> Tables)
{
    public int Span => End - Start;

    public bool IsMergedUp => Above is not null;

    public IEnumerable<WordLine> AllLines => Lines.Concat(Shapes.SelectMany(shape => shape.Lines));

    public bool IsEmpty => Tables.Count == 0 && AllLines.All(line => line.IsEmpty && line.Label.Length == 0);

    /// <summary>The text of the cell in one line.</summary>
    public string Text => string.Join(' ', Lines.Select(line => line.Text).Where(text => text.Length > 0));

    /// <summary>The same with the automatic numbers.</summary>
    public string Seen => string.Join(' ', Lines.Select(line => line.Seen).Where(text => text.Length > 0));
}
