using IsoE.Office.DocumentControl;
using IsoE.Office.Quality.Figures;
using IsoE.Workflows;

namespace IsoE.Office.Quality.Registers;

/// <summary>A register as its page shows it.</summary>
/// <param name="Entries">Those that hold first, then the closed ones; the latest first.</param>
/// <param name="Readers">Who has read it as it stands now, where everybody has to; else empty.</param>
/// <param name="Officers">How many people are to read it.</param>
public sealed record RegisterView(QualityRegister Register, IReadOnlyList<EntryView> Entries, IReadOnlyList<ReadingRow> Readers, int Officers)
{
    public IEnumerable<EntryView> Standing => Entries.Where(entry => entry.Row.ClosedAt is null);
}

/// <summary>An entry with what follows from it today.</summary>
/// <param name="IsReviewLate">It should have been looked at again by now.</param>
/// <param name="IsLate">The day until which it has to be closed is over.</param>
/// <param name="Score">Likelihood times impact; null where the register rates nothing.</param>
public sealed record EntryView(
    RegisterEntryRow Row, bool IsReviewLate, bool IsLate, IReadOnlyList<TermState> Terms, int? Score, LiveTarget? Live)
{
    /// <summary>What asks for somebody to act, in sentences.</summary>
    public IEnumerable<Text> Warnings(QualityRegister register)
    {
        if (IsLate) yield return new("Quá hạn thực hiện", "Overdue");
        if (IsReviewLate) yield return new("Đến kỳ xem xét lại", "Due for review");
        foreach (var term in Terms.Where(term => term.IsLate)) yield return new($"Quá hạn: {term.Name.Vi}", $"Late: {term.Name.En}");
        if (register.Matrix is { } matrix && Score >= matrix.ActFrom && string.IsNullOrWhiteSpace(Row.Value("measures")))
            yield return new("Phải có biện pháp", "Measures are needed");
        if (Live is { State: TargetState.Missed }) yield return new("Dưới ngưỡng, phải hành động", "Below the threshold: act");
    }
}

/// <summary>A term of an entry: until when, and when it was done.</summary>
public sealed record TermState(Text Name, DateOnly DueOn, DateOnly? DoneOn, bool IsLate);

public enum TargetState
{
    /// <summary>There is nothing to measure yet.</summary>
    Unknown,
    Met,

    /// <summary>Between the threshold and the target.</summary>
    Near,
    Missed,
}

/// <summary>An objective with its value now and in each quarter so far.</summary>
public sealed record LiveTarget(decimal Target, decimal Threshold, FigureValue Value, IReadOnlyList<QuarterValue> Quarters)
{
    public TargetState State => StateOf(Value);

    public TargetState StateOf(FigureValue value) => value.Share is not { } share ? TargetState.Unknown
        : (decimal)share * 100 >= Target ? TargetState.Met
        : (decimal)share * 100 >= Threshold ? TargetState.Near
        : TargetState.Missed;
}

/// <param name="Name">For example <c>III/2026</c>.</param>
public sealed record QuarterValue(string Name, FigureValue Value);
