using IsoE.Office.Procedures.WordImport.Reading;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>The cells that make one step, by the kind of their column.</summary>
/// <param name="label">Number the document gives it; empty for none.</param>
internal sealed class StepGroup(string label)
{
    private readonly List<(ColumnKind Kind, WordCell Cell)> cells = [];

    public string Label { get; } = label;

    /// <summary>Nothing but the order of rows says that this is a step of its own.</summary>
    public bool IsGuessed { get; init; }

    /// <summary>A second person's part of the step before; it has the same title.</summary>
    public StepGroup? PartOf { get; init; }

    /// <summary>The time stands in a cell shared with the step before.</summary>
    public bool SharesTime { get; private set; }

    public IEnumerable<WordCell> Cells(ColumnKind kind) => cells.Where(cell => cell.Kind == kind).Select(cell => cell.Cell);

    public IEnumerable<WordLine> Lines(ColumnKind kind) => Cells(kind).SelectMany(cell => cell.Lines).Where(line => !line.IsEmpty);

    public bool Has(ColumnKind kind) => cells.Exists(cell => cell.Kind == kind && !cell.Cell.IsEmpty);

    public void Add(ColumnKind kind, WordCell cell)
    {
        if (!cells.Exists(known => known.Cell == cell)) cells.Add((kind, cell));
    }

    /// <summary>Takes a row. Who is named in a merged cell acts in every step beside it; a merged time counts once.</summary>
    public void Add(FoundRow row)
    {
        foreach (var cell in row.Row.Cells)
        {
            var kind = row.KindOf(cell);
            if (cell.Above is not { } above) Add(row.Covered(cell) > 1 && kind is ColumnKind.Number or ColumnKind.Title ? Wide(kind) : kind, cell);
            else if (kind is ColumnKind.Responsible or ColumnKind.Helper) Add(kind, above);
            else if (kind == ColumnKind.Time && !cells.Exists(known => known.Cell == above)) SharesTime = true;
        }
    }

    // What goes over several columns below the title says how the step is done.
    private ColumnKind Wide(ColumnKind kind) => kind == ColumnKind.Title && !Has(ColumnKind.Title) ? ColumnKind.Title : ColumnKind.Detail;
}
