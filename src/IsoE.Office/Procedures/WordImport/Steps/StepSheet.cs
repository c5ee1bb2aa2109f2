using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>The table of steps of a document, as far as it is understood.</summary>
/// <param name="Columns">What each column was taken for, with its header.</param>
/// <param name="Total">The time of the whole, where the table has a row of it.</param>
public sealed record StepSheet(
    IReadOnlyList<ImportedColumn> Columns,
    IReadOnlyList<ImportedStep> Steps,
    Imported<TimeLimit?>? Total);

/// <param name="Header">Text of the header; empty where the table has none and the content told the kind.</param>
public sealed record ImportedColumn(ColumnKind Kind, SourceCell Header);

/// <summary>One step. Its number is its position, from 1.</summary>
/// <param name="Label">The number the document gives it, for example "3" or "2.1"; empty for none.</param>
public sealed record ImportedStep(int Number, string Label)
{
    public required Imported<string> Title { get; init; }

    /// <summary>Who acts. The role is null where none of ours is meant or none is recognised.</summary>
    public required Imported<Performer> Performer { get; init; }

    /// <summary>Others the document names beside the performer, in its own words.</summary>
    public IReadOnlyList<string> Helpers { get; init; } = [];

    public required Imported<StepTime> Time { get; init; }

    public required Imported<IReadOnlyList<StepForm>> Forms { get; init; }

    /// <summary>How the step is done; lines joined by a line break.</summary>
    public required Imported<string> Detail { get; init; }

    public required Imported<string> Note { get; init; }

    /// <summary>Where the dossier goes, as far as sentences or shapes say so.</summary>
    public IReadOnlyList<Imported<StepBranch>> Branches { get; init; } = [];
}

/// <param name="Role">A role code, or null.</param>
/// <param name="Unit">The unit in the document's words, written out where it is abbreviated; empty for none.</param>
/// <param name="UnitCode">The unit of the agency it was recognised as, or null.</param>
public sealed record Performer(string? Role, string Unit, string? UnitCode);

/// <param name="Limit">Null when the document gives no length.</param>
/// <param name="IsOutside">The document says that the time is not counted.</param>
public sealed record StepTime(TimeLimit? Limit, bool IsOutside);

/// <summary>A form or result.</summary>
/// <param name="Code">Its number, for example <c>BM-21.01</c> or <c>Mẫu số 01</c>; empty for none.</param>
/// <param name="Text">The document's words.</param>
public sealed record StepForm(string Code, string Name, string Text);

/// <summary>A way the dossier may take after a step.</summary>
/// <param name="Passed">It is the way of a dossier that is in order.</param>
/// <param name="Target">Number of the step; null when the document does not say.</param>
/// <param name="Ends">The procedure ends there.</param>
public sealed record StepBranch(bool Passed, int? Target, bool Ends, string Condition);
