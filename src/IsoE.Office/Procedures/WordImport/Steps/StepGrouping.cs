using System.Text.RegularExpressions;
using IsoE.Office.Procedures.WordImport.Reading;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>Brings the rows of a table together into steps: a step may have several rows, a row may be none.</summary>
internal sealed partial class StepGrouping(FoundTable table, Ledger ledger)
{
    private readonly List<StepGroup> groups = [];

    private StepGroup? Current => groups.Count > 0 ? groups[^1] : null;

    /// <summary>The row of the total, or null.</summary>
    public FoundRow? Total { get; private set; }

    public IReadOnlyList<StepGroup> Read()
    {
        foreach (var row in table.Rows)
        {
            if (IsTotal(row)) Total = row;
            else if (OneCell(row) is var (cell, label)) Wide(row, cell, label);
            else Ordinary(row);
        }
        return groups;
    }

    private static bool IsTotal(FoundRow row) => row.Row.Filled is [var first, ..] && !first.IsMergedUp && TotalWords().IsMatch(PlainWords.Of(first.Text));

    /// <summary>The only cell of a row besides its number, when it goes over columns of several kinds.</summary>
    private static (WordCell Cell, string Label)? OneCell(FoundRow row)
    {
        var number = row.Number;
        var filled = row.Row.Filled.Where(cell => cell != number && !cell.IsMergedUp).ToList();
        if (filled is not [var only] || row.Covered(only) < 2 || (row.Covered(only) < row.Columns.Count / 2.0 && number is null)) return null;
        return (only, number is { IsMergedUp: false } ? number.Seen : "");
    }

    private void Wide(FoundRow row, WordCell cell, string number)
    {
        var (label, rest) = StepNumber.Cut(cell.Text);
        if (row.Number is { IsMergedUp: true } && Current is { } same) same.Add(ColumnKind.Detail, cell);
        else if (StepNumber.BeginsStep(cell.Text) && rest.Length > 0) Begin(label, row).Add(ColumnKind.Title, cell);
        else if (StepNumber.Of(number) is { } own) Begin(own, row).Add(ColumnKind.Title, cell);
        else if (Current is null || number.Length > 0 || GroupWords().IsMatch(cell.Text) || !cell.Text.Any(char.IsLower))
            ledger.Leave(row.Row.Cells.SelectMany(c => c.AllLines), new Text(
                "Hàng tiêu đề của một nhóm bước; quy trình điện tử không có nhóm bước.",
                "The heading of a group of steps; the electronic procedure has no groups."));
        else Current.Add(ColumnKind.Detail, cell);
    }

    private StepGroup Begin(string label, FoundRow row)
    {
        var group = new StepGroup(label);
        if (row.Number is { } number) group.Add(ColumnKind.Number, number);
        groups.Add(group);
        return group;
    }

    private void Ordinary(FoundRow row)
    {
        if (Label(row) is { } label) groups.Add(new StepGroup(label));
        else if (Current is { } last && !Begins(row))
        {
            if (IsSecondPerson(row, last)) groups.Add(new StepGroup(last.Label) { PartOf = last });
        }
        else groups.Add(new StepGroup("") { IsGuessed = table.Has(ColumnKind.Number) });
        Current!.Add(row);
    }

    /// <summary>The number a row brings: in its own column, or before its title.</summary>
    private string? Label(FoundRow row)
    {
        var number = row.Number is { IsMergedUp: false, IsEmpty: false } cell ? cell : null;
        if (number is not null) return StepNumber.Of(number.Seen) ?? (StepNumber.Cut(number.Seen).Label is { Length: > 0 } cut ? cut : Letter().IsMatch(number.Seen) ? number.Seen : null);
        var title = row.Cells(ColumnKind.Title).FirstOrDefault(cell => !cell.IsMergedUp && !cell.IsEmpty);
        return title is not null && !table.Has(ColumnKind.Number) && StepNumber.Cut(title.Seen).Label is { Length: > 0 } own ? own : null;
    }

    /// <summary>Whether a row without number is a step of its own.</summary>
    private bool Begins(FoundRow row)
    {
        var (title, who, when) = (row.HasOwn(ColumnKind.Title) || row.HasOwn(ColumnKind.Flow), row.HasOwn(ColumnKind.Responsible), row.HasOwn(ColumnKind.Time));
        if (table.Has(ColumnKind.Number)) return title && who && when && row.Number is not { IsMergedUp: true };
        var isNamed = table.Has(ColumnKind.Title) && row.First(ColumnKind.Title) is not { IsMergedUp: true };
        if (isNamed) return title && (who || when || !table.Rows.Any(other => other.HasOwn(ColumnKind.Responsible)));
        // Titles stand above (a cell over all columns) or in one flowchart beside: who acts tells the steps apart.
        return who && (Current!.Has(ColumnKind.Responsible) || !Current.Has(ColumnKind.Title));
    }

    private static bool IsSecondPerson(FoundRow row, StepGroup last) =>
        row.HasOwn(ColumnKind.Responsible) && row.HasOwn(ColumnKind.Time) && last.Has(ColumnKind.Responsible) && last.Has(ColumnKind.Time)
        && !row.HasOwn(ColumnKind.Title);

    [GeneratedRegex(@"^tong (?:cong|so|thoi gian|thoi han)|^cong$|^thoi gian (?:giai quyet )?tong|^tong\b")]
    private static partial Regex TotalWords();

    [GeneratedRegex(@"^\s*(?:[IVX]{1,4}|[A-Z])\s*[.)/:\-]\s|^\s*(?:giai đoạn|phần|mục|nhóm|trường hợp|đối với)\b", RegexOptions.IgnoreCase)]
    private static partial Regex GroupWords();

    [GeneratedRegex(@"^[a-zA-Z]\d?[.)]?$")]
    private static partial Regex Letter();
}
