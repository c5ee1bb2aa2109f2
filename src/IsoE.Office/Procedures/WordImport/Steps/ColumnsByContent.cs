using IsoE.Office.Procedures.WordImport.Reading;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>Tells the columns of a table without header by what stands in them.</summary>
internal static class ColumnsByContent
{
    /// <summary>The table as one of steps; null when it has no column of times beside one of people.</summary>
    public static FoundTable? Of(WordTable table)
    {
        var width = table.Rows.Select(row => row.Cells.Count).DefaultIfEmpty().Max();
        var model = table.Rows.FirstOrDefault(row => row.Cells.Count == width);
        if (model is null || width < 3 || table.Rows.Count < 3) return null;
        var texts = model.Cells.Select(cell => table.Rows.Select(row => row.At(cell.Start)).OfType<WordCell>()
            .Where(c => !c.IsMergedUp && !c.IsEmpty).Select(c => c.Seen).ToList()).ToList();
        var kinds = new ColumnKind[width];
        if (!Mark(kinds, texts, ColumnKind.Time, text => text.Length < 60 && TimeReader.Read(text, "") is { Limit: not null }, 0.5)) return null;
        if (!Mark(kinds, texts, ColumnKind.Responsible, text => text.Length < 90 && RoleWords.Of(PlainWords.Bare(text)) is not null, 0.5)) return null;
        Mark(kinds, texts, ColumnKind.Number, text => StepNumber.Of(text) is not null, 0.6);
        var title = Enumerable.Range(0, width).Where(i => kinds[i] == ColumnKind.Unknown && texts[i].Count > 0)
            .OrderByDescending(i => texts[i].Count).ThenByDescending(i => texts[i].Average(text => text.Length)).Select(i => (int?)i).FirstOrDefault();
        if (title is null) return null;
        kinds[title.Value] = ColumnKind.Title;
        for (var i = 0; i < width; i++)
            if (kinds[i] == ColumnKind.Unknown) kinds[i] = ColumnKind.Output;
        List<StepColumn> columns = [.. model.Cells.Select((cell, i) => new StepColumn(kinds[i], cell.Start, cell.End, "", null))];
        return new FoundTable(columns, [], [.. table.Rows.Where(row => !row.IsEmpty).Select(row => new FoundRow(row, columns))], false);
    }

    /// <summary>Gives the kind to the column that fits best, if one fits for at least that share of its cells.</summary>
    private static bool Mark(ColumnKind[] kinds, List<List<string>> texts, ColumnKind kind, Predicate<string> fits, double share)
    {
        var best = Enumerable.Range(0, kinds.Length).Where(i => kinds[i] == ColumnKind.Unknown && texts[i].Count > 0)
            .Select(i => (Index: i, Share: (double)texts[i].Count(text => fits(text)) / texts[i].Count))
            .OrderByDescending(candidate => candidate.Share).FirstOrDefault();
        if (best.Share < share) return false;
        kinds[best.Index] = kind;
        return true;
    }
}
