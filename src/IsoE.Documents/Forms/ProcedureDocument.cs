using System.Text;
using System.Text.Json.Serialization;
using IsoE.Documents.Drawing.Flow;

namespace IsoE.Documents.Forms;

/// <summary>A controlled procedure document of the ISO 9001 system, in the layout that auditors know.</summary>
/// <remarks>The words of the layout are the template's, in <see cref="Written"/>; everything here is already in that language.</remarks>
public sealed record ProcedureDocument : DocumentForm
{
    /// <summary>Agency above the issuing one; empty: none.</summary>
    public required string UpperAgency { get; init; }

    public required string Agency { get; init; }

    public required string Name { get; init; }

    /// <summary>Code of the document: <c>QT-12</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Issue: <c>02</c>.</summary>
    public required string Issue { get; init; }

    /// <summary><c>dd/MM/yyyy</c>.</summary>
    public required string IssuedOn { get; init; }

    /// <summary>A document no longer in force is printed with the watermark LỖI THỜI.</summary>
    public bool Obsolete { get; init; }

    /// <summary>A document not yet issued is printed with the watermark DỰ THẢO.</summary>
    public bool Draft { get; init; }

    /// <summary>How the steps are told.</summary>
    public ProcedureStyle Style { get; init; } = ProcedureStyle.Flowchart;

    /// <summary>Preparation, review, approval: three different people.</summary>
    public required IReadOnlyList<ControlLine> Control { get; init; }

    public required IReadOnlyList<RevisionLine> Revisions { get; init; }

    public required IReadOnlyList<DistributionLine> Distribution { get; init; }

    /// <summary>Part 1, a paragraph each.</summary>
    public required IReadOnlyList<string> Purpose { get; init; }

    /// <summary>Part 2, a paragraph each.</summary>
    public required IReadOnlyList<string> Scope { get; init; }

    /// <summary>Part 3.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>Part 4: definitions and abbreviations.</summary>
    public required IReadOnlyList<TermLine> Terms { get; init; }

    /// <summary>5.1.</summary>
    public required IReadOnlyList<string> LegalBasis { get; init; }

    /// <summary>A procedure of the agency for itself: parts 5.2, 5.3, 5.5 and 5.6, which speak to applicants, are left out.</summary>
    public bool IsInternal { get; init; }

    /// <summary>Who may open its dossiers; only in an internal procedure.</summary>
    public string OpenedBy { get; init; } = "";

    /// <summary>5.2.</summary>
    public required IReadOnlyList<ComponentLine> Components { get; init; }

    /// <summary>5.3.</summary>
    public required string Sets { get; init; }

    /// <summary>5.4, a line for each case.</summary>
    public required IReadOnlyList<string> Time { get; init; }

    /// <summary>5.5.</summary>
    public required string Place { get; init; }

    /// <summary>5.6.</summary>
    public required IReadOnlyList<string> Fees { get; init; }

    /// <summary>5.7: the steps of the table.</summary>
    public required IReadOnlyList<StepLine> Steps { get; init; }

    /// <summary>5.7: the same steps as a diagram; null: none.</summary>
    [JsonIgnore]
    public FlowDiagram? Diagram { get; init; }

    /// <summary>Whether the steps are told as a table with the diagram, as paragraphs, or as both.</summary>
    public bool Drawn => Style != ProcedureStyle.Narrative;

    public bool Told => Style != ProcedureStyle.Flowchart;

    /// <summary>The diagram is too wide for upright pages.</summary>
    public bool DiagramLies => Diagram?.Width() > 900;

    /// <summary>Number of pieces the diagram is cut into, and what it says in words.</summary>
    public int DiagramSheets => Sheets().Count;

    public string DiagramText => Diagram is null ? "" : string.Join(' ', Diagram.TextAlternative());

    /// <summary>5.8.</summary>
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>Part 6.</summary>
    public required IReadOnlyList<FormLine> Forms { get; init; }

    /// <summary>Part 7.</summary>
    public required IReadOnlyList<RecordLine> Records { get; init; }

    /// <summary><c>vi</c> or <c>en</c>.</summary>
    public string Written { get; init; } = "vi";

    [JsonIgnore]
    public override string Template => "procedure";

    [JsonIgnore]
    public override string Title => $"{Code} {Name}";

    [JsonIgnore]
    public override string Language => Written;

    [JsonIgnore]
    public override string Author => Agency;

    protected override IReadOnlyDictionary<string, byte[]> Drawings() =>
        Sheets().Select((svg, i) => (Name: $"flow-{i + 1}.svg", Svg: svg)).ToDictionary(p => p.Name, p => Encoding.UTF8.GetBytes(p.Svg));

    /// <summary>Pieces as high as the page allows at the scale that their width gives them; lengths in points.</summary>
    private IReadOnlyList<string> Sheets()
    {
        if (Diagram is null || !Drawn)
            return [];
        var (width, height) = DiagramLies ? (705, 365) : (460, 590);
        var scale = Math.Min(0.62, width / Diagram.Width());
        return Diagram.Sheets(height / scale);
    }
}

/// <param name="Duty">Soạn thảo, Xem xét or Phê duyệt.</param>
/// <param name="SignedOn"><c>dd/MM/yyyy</c>; empty: not yet.</param>
public sealed record ControlLine(string Duty, string Name, string Position, string SignedOn);

public sealed record RevisionLine(string Date, string Part, string Change, string Issue);

public sealed record DistributionLine(string Receiver, string Copies);

public sealed record TermLine(string Term, string Meaning);

/// <param name="Originals">Number of originals, <paramref name="Copies"/> of copies; <c>x</c> or a number, empty: none.</param>
public sealed record ComponentLine(string Name, string Originals, string Copies);

/// <param name="Number"><c>B1</c>.</param>
/// <param name="Output">Forms and results of the step.</param>
/// <param name="How">How it is done, for the steps told as paragraphs; may be empty.</param>
/// <param name="Next">What follows each outcome, likewise: "Đủ điều kiện: bước 3".</param>
public sealed record StepLine(string Number, string Name, string Role, string Time, string Output, string How = "", IReadOnlyList<string>? Next = null);

/// <summary>The three ways in which the model framework for agencies (QĐ 101/QĐ-BKHCN, 2019) lets a process be described.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProcedureStyle>))]
public enum ProcedureStyle
{
    /// <summary>Table of steps with the diagram.</summary>
    Flowchart,

    /// <summary>Paragraphs.</summary>
    Narrative,

    Both,
}

public sealed record FormLine(string Code, string Name);

/// <param name="Kept">How long it is kept.</param>
public sealed record RecordLine(string Name, string Copies, string Kept, string Place);
