using IsoE.Documents.Forms;
using IsoE.Workflows;

namespace IsoE.Office.Reports;

/// <summary>How an agency kept its procedures in a period: the figures behind the compliance report.</summary>
/// <remarks>Dossiers count once they are accepted; those opened for another dossier count with that one.</remarks>
public sealed record Compliance
{
    public required Period Period { get; init; }

    /// <summary>When the figures were read, UTC.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>Form 06, a line for each field.</summary>
    public required IReadOnlyList<FieldStatistics> Fields { get; init; }

    public required IReadOnlyList<OnTimeLine> Procedures { get; init; }

    public required IReadOnlyList<OnTimeLine> Units { get; init; }

    /// <summary>By the month in which the dossier was settled, the earliest first.</summary>
    public required IReadOnlyList<OnTimeLine> Months { get; init; }

    /// <summary>By the specialist who handled the dossier, in the order of their ids.</summary>
    public required IReadOnlyList<OnTimeLine> Officers { get; init; }

    /// <summary>Open and late at the end of the period, by how late: every band, also the empty ones.</summary>
    public required IReadOnlyList<CountLine> Ages { get; init; }

    /// <summary>Reasons given in the apologies for what is or was late, the most frequent first.</summary>
    public required IReadOnlyList<CountLine> Reasons { get; init; }

    /// <summary>The latest step of what is or was late, the most frequent first.</summary>
    public required IReadOnlyList<CountLine> LateSteps { get; init; }

    /// <summary>Accepted in the period.</summary>
    public required int New { get; init; }

    /// <summary>Of these, how many had to be supplemented.</summary>
    public required int Supplemented { get; init; }

    /// <summary>Codes of the procedures in which somebody handed in online in the period.</summary>
    public required IReadOnlySet<string> OnlineProcedures { get; init; }

    /// <summary>Settled late in the period, or open and late at its end; the latest first.</summary>
    public required IReadOnlyList<OverdueDossier> Overdue { get; init; }

    public required IReadOnlyList<StepLeadTime> Steps { get; init; }

    public StatisticsLine Total => StatisticsLine.Sum(Fields.Select(each => each.Numbers));
}

/// <summary>The line of form 06 for one field of administration; the numbers bear no name, for it is said in two languages.</summary>
public sealed record FieldStatistics(Text Field, StatisticsLine Numbers);

/// <summary>What was settled for one procedure, unit or month.</summary>
/// <param name="Key">Stable identifier for links: procedure code, unit code or <c>yyyy-MM</c>.</param>
public sealed record OnTimeLine(string Key, Text Name, int Early, int OnTime, int Overdue)
{
    public int Settled => Early + OnTime + Overdue;

    /// <summary>Share settled in time, 0 to 1; null when nothing was settled.</summary>
    public decimal? Share => Settled == 0 ? null : (decimal)(Early + OnTime) / Settled;
}

/// <summary>How many belong to a part.</summary>
/// <param name="Key">Stable identifier for links.</param>
public sealed record CountLine(string Key, Text Name, int Count);

/// <summary>The dossiers behind a figure.</summary>
/// <param name="Count">The figure.</param>
/// <param name="Hidden">How many of them are confidential and not shown to who asks.</param>
public sealed record FigureDossiers(int Count, int Hidden, IReadOnlyList<FigureDossier> Dossiers);

/// <param name="FinishedAt">Null for what was open at the end of the period.</param>
/// <param name="DaysLate">Working days past the promised day, 0 for what is not overdue.</param>
public sealed record FigureDossier(string Code, Text Procedure, DateTimeOffset AcceptedAt, DateTimeOffset? PromisedAt, DateTimeOffset? FinishedAt, int DaysLate);

/// <summary>A dossier that passed its promised day.</summary>
/// <param name="Days">Working days beyond the promised day, at least 1 for every dossier in the list.</param>
/// <param name="Reason">The reason given in the apology; null when no apology was written, which is a nonconformity of its own.</param>
/// <param name="LateStep">The step that took longest beyond its budget; null when every step kept its own.</param>
public sealed record OverdueDossier(
    string DossierId, string Code, Text Procedure, DateTimeOffset PromisedAt, DateTimeOffset? FinishedAt, int Days, string? Reason, Text? LateStep);

/// <summary>How long one step took, over the tasks completed in the period.</summary>
/// <param name="Done">Completed tasks.</param>
/// <param name="Late">Of these, later than their budget.</param>
/// <param name="MedianHours">Median of working hours from creation to completion.</param>
/// <param name="NinetiethHours">90th percentile of the same.</param>
public sealed record StepLeadTime(string ProcedureCode, Text Procedure, string ActivityId, Text Step, int Done, int Late, decimal MedianHours, decimal NinetiethHours);
