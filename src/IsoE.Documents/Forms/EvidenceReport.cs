using System.Text.Json.Serialization;

namespace IsoE.Documents.Forms;

/// <summary>The part of an evidence pack that people read: which dossiers it holds, how they stand, and what proves them.</summary>
public sealed record EvidenceReport : DocumentForm
{
    public required Letterhead Head { get; init; }

    /// <summary>What the pack is and how it is checked, a paragraph each.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>Name and value of what the seal says; printed one below the other.</summary>
    public required IReadOnlyList<NamedValue> Seal { get; init; }

    public required IReadOnlyList<EvidenceLine> Dossiers { get; init; }

    public required Signer Signer { get; init; }

    [JsonIgnore]
    public string Written { get; init; } = "vi";

    [JsonIgnore]
    public override string Template => "evidence";

    [JsonIgnore]
    public override string Title => Written == "en" ? "Evidence pack" : "Gói bằng chứng";

    [JsonIgnore]
    public override string Language => Written;

    [JsonIgnore]
    public override string Author => Head.Agency;
}

/// <param name="Status">Where it stands, and whether it was on time.</param>
/// <param name="Rows">Rows of its history.</param>
/// <param name="Hash">Hash of the last row.</param>
/// <param name="Files">Names of the embedded files.</param>
public sealed record EvidenceLine(string Code, string Procedure, string Status, string Rows, string Hash, IReadOnlyList<string> Files);
