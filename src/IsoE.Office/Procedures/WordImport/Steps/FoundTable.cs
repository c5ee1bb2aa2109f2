using IsoE.Office.Procedures.WordImport.Reading;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>A row of steps with the columns that hold for it (a table going on overleaf may have its own).</summary>
internal sealed record FoundRow(WordRow Row, IReadOnlyList<StepColumn> Columns)
{
    /// <summary>The cells of the columns of a kind; a cell over several columns belongs to the first of them.</summary>
    public IEnumerable<WordCell> Cells(ColumnKind kind) => Columns.Where(column => column.Kind == kind)
        .Select(column => Row.At(column.Start)).OfType<WordCell>()
        .Where(cell => KindOf(cell) == kind).Distinct();

    public ColumnKind KindOf(WordCell cell) =>
        Columns.Where(column => column.Start < cell.End && cell.Start < column.End).Select(column => column.Kind).FirstOrDefault();

    /// <summary>How many of the table's columns a cell covers.</summary>
    public int Covered(WordCell cell) => Columns.Count(column => column.Start < cell.End && cell.Start < column.End);

    /// <summary>The cell of the step's number; null where a wider cell takes its place.</summary>
    public WordCell? Number => Cells(ColumnKind.Number).FirstOrDefault(cell => Covered(cell) == 1);

    public WordCell? First(ColumnKind kind) => Cells(kind).FirstOrDefault();

    /// <summary>Whether something stands in the row itself, not in a merged cell above.</summary>
    public bool HasOwn(ColumnKind kind) => Cells(kind).Any(cell => !cell.IsMergedUp && !cell.IsEmpty);
}

/// <summary>A table of steps found in the document: header rows and rows of steps, over several Word tables if need be.</summary>
internal sealed record FoundTable(IReadOnlyList<StepColumn> Columns, IReadOnlyList<WordRow> HeaderRows, IReadOnlyList<FoundRow> Rows, bool HasHeader)
{
    public bool Has(ColumnKind kind) => Columns.Any(column => column.Kind == kind);

    /// <summary>How much it looks like a table of steps.</summary>
    public int Score => (Columns.Select(column => column.Kind).Where(kind => kind != ColumnKind.Unknown).Distinct().Count() * 3)
        + Math.Min(Rows.Count, 6) + (HasHeader ? 4 : 0);
}
