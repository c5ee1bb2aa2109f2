using System.Text.Json.Serialization;

namespace IsoE.Documents.Forms;

/// <summary>Thông báo thu hồi, làm lại kết quả: a result was wrong. No form of it is laid down; it follows the layout of NĐ 30/2020/NĐ-CP.</summary>
public sealed record RecallNotice : DocumentForm
{
    public required Letterhead Head { get; init; }

    public required string Code { get; init; }

    public required ApplicantLines Applicant { get; init; }

    /// <summary>What the dossier asks for.</summary>
    public required string Request { get; init; }

    /// <summary>What is recalled, and of which day.</summary>
    public required string Result { get; init; }

    /// <summary>What was wrong.</summary>
    public required string Reason { get; init; }

    /// <summary>Code of the dossier by which it is made anew.</summary>
    public required string Replacement { get; init; }

    /// <summary>What becomes of the copy that was handed over; empty: no line.</summary>
    public required string Copy { get; init; }

    public required IReadOnlyList<string> Recipients { get; init; }

    public required Signer Signer { get; init; }

    [JsonIgnore]
    public override string Template => "recall-notice";

    [JsonIgnore]
    public override string Title => $"Thông báo thu hồi, làm lại kết quả hồ sơ {Code}";

    [JsonIgnore]
    public override string Author => Head.Agency;
}
