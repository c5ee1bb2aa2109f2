using System.Text.Json.Serialization;

namespace IsoE.Documents.Forms;

/// <summary>A report of the quality system: an audit, the input of a management review. Parts with paragraphs and tables.</summary>
public sealed record QualityReport : DocumentForm
{
    public required Letterhead Head { get; init; }

    /// <summary>What it is, in capitals on paper: <c>Báo cáo đánh giá nội bộ</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is about; printed under the name.</summary>
    public required string About { get; init; }

    public required IReadOnlyList<QualityReportPart> Parts { get; init; }

    public required IReadOnlyList<string> Recipients { get; init; }

    public required Signer Signer { get; init; }

    /// <summary><c>vi</c> or <c>en</c>.</summary>
    public string Written { get; init; } = "vi";

    [JsonIgnore]
    public override string Template => "quality-report";

    [JsonIgnore]
    public override string Title => $"{Name}: {About}";

    [JsonIgnore]
    public override string Language => Written;

    [JsonIgnore]
    public override string Author => Head.Agency;
}

/// <param name="Columns">Headings of the table; empty for none.</param>
/// <param name="Rows">As many cells each as there are headings.</param>
public sealed record QualityReportPart(string Name, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
