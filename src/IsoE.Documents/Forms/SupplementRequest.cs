using System.Text.Json.Serialization;

namespace IsoE.Documents.Forms;

/// <summary>Form 02 of TT 03/2025/TT-VPCP: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.</summary>
public sealed record SupplementRequest : DocumentForm
{
    public required Letterhead Head { get; init; }

    public required string Code { get; init; }

    public required ApplicantLines Applicant { get; init; }

    /// <summary>What the dossier asks for.</summary>
    public required string Request { get; init; }

    /// <summary>What is to be added or corrected, an item each.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    public required string Reason { get; init; }

    /// <summary>Provisions that ask for it; empty: no line.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>Last day for it, in words; empty: no line.</summary>
    public required string Deadline { get; init; }

    /// <summary>Whom to ask, and by which telephone.</summary>
    public required string ContactName { get; init; }

    public required string ContactPhone { get; init; }

    public required Signer Signer { get; init; }

    [JsonIgnore]
    public override string Template => "form-02";

    [JsonIgnore]
    public override string Title => $"Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ {Code}";

    [JsonIgnore]
    public override string Author => Head.Agency;
}
