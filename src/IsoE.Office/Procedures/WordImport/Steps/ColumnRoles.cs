using IsoE.Office.Procedures.WordImport.Reading;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>Decides by the content what the headers leave open: numbers or names, which of two alike columns leads.</summary>
internal static class ColumnRoles
{
    private const double Most = 0.6;

    public static FoundTable Settle(FoundTable table)
    {
        var kinds = table.Columns.Select(column => column.Kind).ToArray();
        for (var i = 0; i < kinds.Length; i++) kinds[i] = NumberOrTitle(table, i, kinds);
        Twice(kinds, ColumnKind.Number, ColumnKind.Unknown);
        Twice(kinds, ColumnKind.Title, ColumnKind.Detail);
        Twice(kinds, ColumnKind.Responsible, ColumnKind.Helper);
        Twice(kinds, ColumnKind.Time, ColumnKind.Unknown);
        Named(table, kinds);
        return With(table, kinds);
    }

    private static ColumnKind NumberOrTitle(FoundTable table, int index, ColumnKind[] kinds)
    {
        var texts = Texts(table, index);
        if (texts.Count == 0 || kinds[index] is not (ColumnKind.Number or ColumnKind.Title)) return kinds[index];
        var numbers = texts.Count(text => StepNumber.Of(text) is not null) >= Most * texts.Count;
        if (numbers) return ColumnKind.Number;
        return kinds[index] == ColumnKind.Number && texts.Average(text => text.Length) > 12 ? ColumnKind.Title : kinds[index];
    }

    /// <summary>Without a column of names, the flowchart or the description names the steps.</summary>
    private static void Named(FoundTable table, ColumnKind[] kinds)
    {
        if (kinds.Contains(ColumnKind.Title)) return;
        var flow = Array.IndexOf(kinds, ColumnKind.Flow);
        var hasShapes = flow >= 0 && table.Rows.Any(row => Cell(row, flow) is { IsEmpty: false });
        var namedAbove = table.Rows.Any(row => row.Row.Filled is [var only] && StepNumber.BeginsStep(only.Text));
        if (hasShapes || namedAbove) return;
        var next = Array.FindIndex(kinds, kind => kind is ColumnKind.Detail);
        if (next < 0) next = Widest(table, kinds);
        if (next >= 0) kinds[next] = ColumnKind.Title;
    }

    private static int Widest(FoundTable table, ColumnKind[] kinds) => Enumerable.Range(0, kinds.Length)
        .Where(i => kinds[i] == ColumnKind.Unknown && Texts(table, i).Count > 0)
        .OrderByDescending(i => Texts(table, i).Average(text => text.Length)).Select(i => (int?)i).FirstOrDefault() ?? -1;

    private static void Twice(ColumnKind[] kinds, ColumnKind kind, ColumnKind otherwise)
    {
        for (var i = Array.IndexOf(kinds, kind) + 1; i > 0 && i < kinds.Length; i++)
            if (kinds[i] == kind) kinds[i] = otherwise;
    }

    private static List<string> Texts(FoundTable table, int index) =>
        [.. table.Rows.Select(row => Cell(row, index)).OfType<WordCell>().Where(cell => !cell.IsMergedUp && !cell.IsEmpty && cell.Span <= 3).Select(cell => cell.Seen)];

    private static WordCell? Cell(FoundRow row, int index) => index < row.Columns.Count ? row.Row.At(row.Columns[index].Start) : null;

    private static FoundTable With(FoundTable table, ColumnKind[] kinds)
    {
        var renamed = new Dictionary<IReadOnlyList<StepColumn>, IReadOnlyList<StepColumn>>();
        IReadOnlyList<StepColumn> Renamed(IReadOnlyList<StepColumn> columns) => renamed.TryGetValue(columns, out var done) ? done
            : renamed[columns] = [.. columns.Select((column, i) => i < kinds.Length ? column with { Kind = kinds[i] } : column)];
        return table with { Columns = Renamed(table.Columns), Rows = [.. table.Rows.Select(row => row with { Columns = Renamed(row.Columns) })] };
    }
}
