using IsoE.Office.Procedures.WordImport.Reading;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>A column of a table of steps.</summary>
/// <param name="Start">First column of the grid it covers.</param>
/// <param name="End">Column after the last.</param>
/// <param name="Header">Words of the header; empty when the content told the kind.</param>
internal sealed record StepColumn(ColumnKind Kind, int Start, int End, string Header, WordCell? Cell)
{
    public string Unit => ColumnKinds.UnitOf(Header);
}

/// <summary>Reads the header of a table of steps.</summary>
internal static class StepHeader
{
    private const int LongestHeader = 90;

    /// <summary>The columns if a header begins at the row, and how many rows it takes; null otherwise.</summary>
    public static (IReadOnlyList<StepColumn> Columns, int Rows)? At(WordTable table, int index)
    {
        var top = table.Rows[index];
        if (!Plausible(top)) return null;
        var columns = top.Cells.Select(cell => new StepColumn(ColumnKinds.Of(cell.Text), cell.Start, cell.End, cell.Text, cell)).ToList();
        var rows = 1;
        while (rows < 3 && index + rows < table.Rows.Count && IsSecond(table.Rows[index + rows], columns))
            columns = Under(table.Rows[index + rows++], columns);
        if (!IsHeader(columns)) return null;
        if (index + rows < table.Rows.Count && CountsColumns(table.Rows[index + rows])) rows++;
        return (columns, rows);
    }

    private static bool Plausible(WordRow row) =>
        row.Filled.Count >= 2 && row.Filled.All(cell => cell.Text.Length is > 0 and <= LongestHeader && !cell.IsMergedUp && cell.Tables.Count == 0)
        && !row.Filled.Any(cell => ColumnKinds.IsOfList(cell.Text)
            || (ColumnKinds.Of(cell.Text) == ColumnKind.Unknown && TimeReader.Read(cell.Text, "") is { Limit: not null }));

    private static bool IsHeader(List<StepColumn> columns)
    {
        var kinds = columns.Select(column => column.Kind).Where(kind => kind != ColumnKind.Unknown).ToHashSet();
        var names = kinds.Overlaps([ColumnKind.Title, ColumnKind.Flow, ColumnKind.Detail, ColumnKind.Number]);
        var acts = kinds.Contains(ColumnKind.Responsible) || kinds.Contains(ColumnKind.Time);
        return names && acts && (kinds.Count >= 3 || (columns.Count == 2 && kinds.Count == 2));
    }

    /// <summary>A row below the header belongs to it when it continues merged cells of it, or only divides its wide cells.</summary>
    private static bool IsSecond(WordRow row, List<StepColumn> header)
    {
        if (row.Cells.Any(cell => cell.IsMergedUp && header.Any(column => column.Cell == cell.Above && column.Header.Length > 0)))
            return row.Filled.All(cell => cell.Text.Length <= LongestHeader);
        return row.Filled.Count > 0 && row.Filled.All(cell => StepNumber.Of(cell.Text) is null && cell.Text.Length <= LongestHeader
            && header.Any(column => column.End - column.Start > cell.Span && column.Start <= cell.Start && cell.End <= column.End));
    }

    private static List<StepColumn> Under(WordRow row, List<StepColumn> header) =>
        [.. header.SelectMany(parent =>
        {
            var children = row.Cells.Where(cell => !cell.IsMergedUp && parent.Start <= cell.Start && cell.End <= parent.End && !cell.IsEmpty).ToList();
            return children.Count == 0 ? [parent] : children.Select(cell => Child(parent, cell));
        })];

    private static StepColumn Child(StepColumn parent, WordCell cell)
    {
        var own = ColumnKinds.Of(cell.Text);
        var kind = parent.Kind == ColumnKind.Unknown || (parent.Kind == ColumnKind.Responsible && own == ColumnKind.Helper) ? own : parent.Kind;
        return new StepColumn(kind, cell.Start, cell.End, $"{parent.Header} {cell.Text}".Trim(), cell);
    }

    // "(1) (2) (3)" below the header.
    private static bool CountsColumns(WordRow row) =>
        row.Filled.Count > 2 && row.Filled.Count == row.Cells.Count
        && row.Filled.Select(cell => PlainWords.Bare(cell.Text)).SequenceEqual(Enumerable.Range(1, row.Filled.Count).Select(i => $"{i}"));
}
