using IsoE.Office.Procedures.WordImport.Reading;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport;

/// <summary>Keeps account of every line of the document: taken into the draft, or left and why.</summary>
internal sealed class Ledger(WordContent content)
{
    private readonly Dictionary<WordLine, WordPlace> places = content.Lines.ToDictionary(entry => entry.Line, entry => entry.Place);
    private readonly HashSet<WordLine> taken = [];
    private readonly Dictionary<WordLine, Text> reasons = [];
    private readonly List<WordLine> frame = [];
    private readonly HashSet<WordPlace> steps = [];

    public void Take(IEnumerable<WordLine> lines) => taken.UnionWith(lines);

    /// <summary>Takes headings, headers and numbers: understood, and written anew by the product.</summary>
    public void Frame(IEnumerable<WordLine> lines)
    {
        foreach (var line in lines.Where(line => !line.IsEmpty))
            if (taken.Add(line)) frame.Add(line);
    }

    /// <summary>Headings, headers and numbers.</summary>
    public IReadOnlyList<SourceCell> Framed => Sources(frame);

    /// <summary>Says why lines are left, unless something else takes them.</summary>
    public void Leave(IEnumerable<WordLine> lines, Text reason)
    {
        foreach (var line in lines) reasons[line] = reason;
    }

    public bool IsTaken(WordLine line) => taken.Contains(line);

    /// <summary>Marks rows as those of the table of steps.</summary>
    public void MarkSteps(IEnumerable<WordRow> rows) => steps.UnionWith(rows.SelectMany(row => row.Cells).Select(cell => cell.Place));

    /// <summary>The source of a value: the lines' cell with their words.</summary>
    public IReadOnlyList<SourceCell> Sources(IEnumerable<WordLine> lines) =>
        [.. lines.GroupBy(line => places.GetValueOrDefault(line)).Select(group =>
            new SourceCell(group.Key.Table, group.Key.Row, group.Key.Column, string.Join('\n', group.Select(line => line.Seen))))];

    /// <summary>What was not taken, a cell or paragraph each, in reading order.</summary>
    public IEnumerable<NotUnderstood> NotTaken() => content.Lines
        .Where(entry => !entry.Line.IsEmpty && !taken.Contains(entry.Line))
        .GroupBy(entry => (entry.Place, Reason: reasons.GetValueOrDefault(entry.Line) ?? Default(entry.Place)))
        .Select(group => new NotUnderstood(
            new SourceCell(group.Key.Place.Table, group.Key.Place.Row, group.Key.Place.Column, string.Join('\n', group.Select(entry => entry.Line.Seen))),
            group.Key.Reason,
            steps.Contains(group.Key.Place)));

    private static Text Default(WordPlace place) => place.Table > 0
        ? new Text("Ô nằm ngoài bảng các bước và các mục đã biết.", "The cell is outside the table of steps and the known sections.")
        : new Text("Đoạn không thuộc mục nào đã biết.", "The paragraph belongs to no known section.");
}
