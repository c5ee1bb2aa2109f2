using IsoE.Office.Procedures.WordImport.Reading;
using IsoE.Office.Procedures.WordImport.Sections;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>Finds the tables of steps among all tables of a document.</summary>
internal static class StepTableFinder
{
    /// <summary>The tables of steps in reading order; empty when there is none.</summary>
    public static IReadOnlyList<FoundTable> Find(WordContent content)
    {
        var found = new List<FoundTable>();
        var used = new HashSet<WordTable>();
        var all = content.Tables.ToList();
        foreach (var table in all.Where(table => !used.Contains(table)))
        {
            if (WithHeader(table, content, used) is not { Rows.Count: > 0 } steps) continue;
            found.Add(steps);
        }
        if (found.Count > 0) return found;
        return [.. all.Select(ColumnsByContent.Of).OfType<FoundTable>()];
    }

    private static FoundTable? WithHeader(WordTable table, WordContent content, HashSet<WordTable> used)
    {
        for (var i = 0; i < table.Rows.Count; i++)
        {
            if (StepHeader.At(table, i) is not var (columns, height)) continue;
            var headers = table.Rows.Skip(i).Take(height).ToList();
            var rows = new List<FoundRow>();
            var open = Take(table, i + height, columns, rows, headers);
            used.Add(table);
            for (var last = table; open && Next(content, last) is { } next && GoesOn(next, columns, rows); last = next)
            {
                var (own, skip) = StepHeader.At(next, 0) is var (again, rowsOfHeader) ? (again, rowsOfHeader) : (Aligned(columns, next), 0);
                headers.AddRange(next.Rows.Take(skip));
                open = Take(next, skip, own, rows, headers);
                used.Add(next);
            }
            return ColumnRoles.Settle(new FoundTable(columns, headers, rows, true));
        }
        return null;
    }

    /// <summary>Takes the rows up to the next section of the document; repeated headers are set apart.</summary>
    /// <returns>Whether the table was read to its end.</returns>
    private static bool Take(WordTable table, int from, IReadOnlyList<StepColumn> columns, List<FoundRow> rows, List<WordRow> headers)
    {
        for (var i = from; i < table.Rows.Count; i++)
        {
            var row = table.Rows[i];
            if (SectionWords.OfRow(row) is not null) return false;
            if (Repeats(row, columns) && StepHeader.At(table, i) is var (_, height))
            {
                headers.AddRange(table.Rows.Skip(i).Take(height));
                i += height - 1;
            }
            else if (!row.IsEmpty) rows.Add(new FoundRow(row, columns));
        }
        return true;
    }

    private static bool Repeats(WordRow row, IReadOnlyList<StepColumn> columns) => row.Filled.Count >= 2 && row.Filled.All(cell =>
        columns.Any(column => column.Start == cell.Start && SameWords(cell.Text, column.Header)));

    private static bool SameWords(string text, string header)
    {
        var (one, other) = (PlainWords.Bare(text), PlainWords.Bare(header));
        return one == other || one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);
    }

    /// <summary>The table that follows with nothing but empty paragraphs between.</summary>
    private static WordTable? Next(WordContent content, WordTable table)
    {
        var after = content.Blocks.SkipWhile(block => block != table).Skip(1)
            .SkipWhile(block => block is WordParagraph paragraph && paragraph.AllLines.All(line => line.IsEmpty));
        return after.FirstOrDefault() as WordTable;
    }

    private static bool GoesOn(WordTable next, IReadOnlyList<StepColumn> columns, List<FoundRow> rows)
    {
        if (next.Rows.Count == 0) return false;
        var first = next.Rows[0];
        if (StepHeader.At(next, 0) is var (again, height))
            return again.Select(c => c.Kind).SequenceEqual(columns.Select(c => c.Kind))
                && (next.Rows.Count <= height || StepNumber.Of(next.Rows[height].Cells[0].Seen) is not "1");
        var number = columns.FirstOrDefault(column => column.Kind == ColumnKind.Number);
        if (number is null || first.Cells.Count != columns.Count) return first.Cells.Count == columns.Count;
        var label = StepNumber.Of(first.Cells[columns.ToList().IndexOf(number)].Seen);
        return label is not null && (rows.Count == 0 || label != "1");
    }

    /// <summary>The same columns on the grid of another table, cell by cell.</summary>
    private static IReadOnlyList<StepColumn> Aligned(IReadOnlyList<StepColumn> columns, WordTable table)
    {
        var model = table.Rows.FirstOrDefault(row => row.Cells.Count == columns.Count);
        return model is null ? columns : [.. columns.Select((column, i) => column with { Start = model.Cells[i].Start, End = model.Cells[i].End })];
    }
}
