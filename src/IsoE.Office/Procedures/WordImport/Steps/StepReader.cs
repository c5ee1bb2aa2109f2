using IsoE.Office.Procedures.WordImport.Reading;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>Makes the steps out of the rows of a table, and says of every line what became of it.</summary>
internal sealed class StepReader(FoundTable table, Ledger ledger, UnitWords units)
{
    private readonly PerformerReader performers = new(units);
    private readonly string unit = table.Columns.FirstOrDefault(column => column.Kind == ColumnKind.Time)?.Unit ?? "";

    public StepSheet Read()
    {
        ledger.Frame(table.HeaderRows.SelectMany(row => row.Cells).SelectMany(cell => cell.AllLines));
        LeaveUnknownColumns();
        var grouping = new StepGrouping(table, ledger);
        var groups = grouping.Read();
        var names = FlowShapes.OneForEach(groups);
        var steps = groups.Select((group, i) => Step(group, i + 1, names?[i])).ToList();
        return new StepSheet([.. table.Columns.Select(Column)], BranchTargets.Resolve(steps), Total(grouping.Total));
    }

    private static ImportedColumn Column(StepColumn column) => new(column.Kind, column.Cell is { } cell
        ? new SourceCell(cell.Place.Table, cell.Place.Row, cell.Place.Column, column.Header)
        : new SourceCell(0, 0, 0, ""));

    private void LeaveUnknownColumns()
    {
        foreach (var column in table.Columns.Where(column => column.Kind == ColumnKind.Unknown))
            ledger.Leave(table.Rows.Select(row => row.Row.At(column.Start)).OfType<WordCell>().SelectMany(cell => cell.AllLines), new Text(
                $"Không rõ cột “{column.Header}” nói về điều gì.", $"It is not clear what the column “{column.Header}” is about."));
    }

    private ImportedStep Step(StepGroup group, int number, WordShape? shape)
    {
        var (title, rest) = new TitleReader(table, ledger).Read(group, shape);
        var detail = rest.Concat(group.Lines(ColumnKind.Detail)).ToList();
        ledger.Frame(group.Lines(ColumnKind.Number));
        var said = Branches(detail.Concat(group.Lines(ColumnKind.Note))).ToList();
        var drawn = ShapeBranches(group).ToList();
        return new ImportedStep(number, group.Label)
        {
            Title = title,
            Performer = Performer(group, title.Value ?? "", out var helpers),
            Helpers = helpers,
            Time = Time(group),
            Forms = Forms(group),
            Detail = Lines(detail),
            Note = Lines(group.Lines(ColumnKind.Note)),
            // An arrow only says that the step may fail; a sentence says where to.
            Branches = said.Exists(branch => !branch.Value!.Passed) ? said : [.. said, .. drawn],
        };
    }

    private Imported<Performer> Performer(StepGroup group, string title, out IReadOnlyList<string> helpers)
    {
        var lines = group.Lines(ColumnKind.Responsible).ToList();
        var beside = group.Lines(ColumnKind.Helper).ToList();
        var reading = performers.Read(lines.Select(line => line.Text), title);
        ledger.Take(beside);
        if (reading.Performer.Role is not null) ledger.Take(lines);
        else ledger.Leave(lines, reading.Remark ?? new Text("Không rõ vai trò.", "The role is not clear."));
        helpers = [.. reading.Helpers, .. beside.Select(line => line.Text)];
        return new Imported<Performer>(reading.Performer, reading.Confidence, ledger.Sources(lines), lines.Count == 0
            ? new Text("Văn bản không ghi ai thực hiện; hãy chọn vai trò.", "The document does not say who acts; choose a role.")
            : reading.Remark);
    }

    private Imported<StepTime> Time(StepGroup group)
    {
        var lines = group.Lines(ColumnKind.Time).ToList();
        if (lines.Count == 0)
            return new Imported<StepTime>(new StepTime(null, false), Confidence.Likely, [], group.SharesTime
                ? new Text("Thời hạn ghi chung với bước trước.", "The time is given together with the step before.")
                : new Text("Văn bản không ghi thời hạn.", "The document gives no time."));
        var reading = TimeReader.Read(string.Join("; ", lines.Select(line => line.Text)), unit);
        if (reading is not null) ledger.Take(lines);
        else ledger.Leave(lines, new Text("Không hiểu thời hạn này; hãy nhập lại ở bước.", "The time is not understood; enter it in the step."));
        return new Imported<StepTime>(
            new StepTime(reading?.Limit, reading?.IsOutside == true), reading?.Confidence ?? Confidence.Guessed, ledger.Sources(lines),
            reading is null ? new Text("Không hiểu thời hạn; để trống.", "The time is not understood; left empty.") : reading.Remark);
    }

    private Imported<IReadOnlyList<StepForm>> Forms(StepGroup group)
    {
        var lines = group.Lines(ColumnKind.Output).ToList();
        ledger.Take(lines);
        return new Imported<IReadOnlyList<StepForm>>([.. lines.SelectMany(line => StepForms.Read(line.Text))], Confidence.Certain, ledger.Sources(lines));
    }

    private Imported<string> Lines(IEnumerable<WordLine> lines)
    {
        var all = lines.ToList();
        ledger.Take(all);
        return new Imported<string>(string.Join('\n', all.Select(line => line.Seen)), Confidence.Certain, ledger.Sources(all));
    }

    private IEnumerable<Imported<StepBranch>> Branches(IEnumerable<WordLine> lines) =>
        from line in lines
        from reading in BranchReader.Read(line.Text)
        select new Imported<StepBranch>(
            new StepBranch(reading.Passed, BranchTargets.Pending(reading), reading.Ends, reading.Sentence),
            reading.Label is null ? Confidence.Guessed : Confidence.Certain, ledger.Sources([line]));

    private IEnumerable<Imported<StepBranch>> ShapeBranches(StepGroup group)
    {
        var shapes = group.Cells(ColumnKind.Flow).SelectMany(cell => cell.Shapes).ToList();
        ledger.Frame(shapes.Where(FlowShapes.IsLabel).SelectMany(shape => shape.Lines));
        return FlowShapes.Failures(shapes).Take(1).Select(shape => new Imported<StepBranch>(
            new StepBranch(false, BranchTargets.Before, false, shape.Text), Confidence.Guessed, ledger.Sources(shape.Lines)));
    }

    private Imported<TimeLimit?>? Total(FoundRow? row)
    {
        if (row is null) return null;
        var lines = row.Row.Cells.SelectMany(cell => cell.Lines).Where(line => !line.IsEmpty).ToList();
        var reading = TimeReader.Read(string.Join(' ', lines.Select(line => line.Text)), unit);
        if (reading?.Limit is null) return null;
        ledger.Take(lines);
        return new Imported<TimeLimit?>(reading.Limit, reading.Confidence, ledger.Sources(lines));
    }
}
