using IsoE.Office.Procedures.WordImport.Steps;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport.Sections;

/// <summary>What the document says besides its steps, section by section (DOMAIN 3.1).</summary>
public sealed record ImportedText
{
    /// <summary>Name of the procedure; null where the document does not say it plainly.</summary>
    public Imported<string>? Name { get; init; }

    /// <summary>National code, for example <c>1.001612</c>.</summary>
    public Imported<string>? Code { get; init; }

    /// <summary>Number of the ISO document, for example <c>QT-21/MC</c>.</summary>
    public Imported<string>? Number { get; init; }

    public Imported<string>? Purpose { get; init; }
    public Imported<string>? Scope { get; init; }
    public Imported<string>? References { get; init; }
    public Imported<string>? Definitions { get; init; }
    public Imported<string>? Conditions { get; init; }
    public Imported<string>? Result { get; init; }
    public Imported<TimeLimit?>? Limit { get; init; }
    public Imported<int?>? Sets { get; init; }
    public Imported<ImportedFee>? Fee { get; init; }
    public IReadOnlyList<Imported<ImportedLaw>> Laws { get; init; } = [];
    public IReadOnlyList<Imported<ImportedPaper>> Papers { get; init; } = [];
    public IReadOnlyList<Imported<StepForm>> Forms { get; init; } = [];
    public IReadOnlyList<Imported<ImportedRecord>> Records { get; init; } = [];
    public IReadOnlyList<Imported<ImportedAbbreviation>> Abbreviations { get; init; } = [];

    /// <summary>Sections the ISO text has no field for; kept in its body under their own titles.</summary>
    public IReadOnlyList<(string Title, Imported<string> Markdown)> Others { get; init; } = [];
}

/// <param name="Number">For example <c>168/2025/NĐ-CP</c>; empty where the line has none.</param>
public sealed record ImportedLaw(string Number, string Title);

/// <summary>A paper of the dossier.</summary>
public sealed record ImportedPaper(string Name, int Originals, int Copies, bool IsShown);

/// <param name="Amount">Whole đồng; null where the text names none.</param>
public sealed record ImportedFee(decimal? Amount, string Rule);

/// <param name="Years">Null for ever.</param>
/// <param name="IsGiven">The document gives the retention.</param>
public sealed record ImportedRecord(string Name, int? Years, bool IsGiven, string Place);

public sealed record ImportedAbbreviation(string Short, string Meaning);
