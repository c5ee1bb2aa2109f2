using System.Text.Json.Serialization;

namespace IsoE.Documents.Forms;

/// <summary>Form 03 of TT 03/2025/TT-VPCP: Phiếu từ chối tiếp nhận giải quyết hồ sơ.</summary>
public sealed record RefusalSlip : DocumentForm
{
    public required Letterhead Head { get; init; }

    /// <summary>Code of the dossier; empty when none was given.</summary>
    public required string Code { get; init; }

    public required string Counter { get; init; }

    public required ApplicantLines Applicant { get; init; }

    /// <summary>What was asked for.</summary>
    public required string Request { get; init; }

    /// <summary>Concrete reasons in sentences, never a code of an error.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    public required string LegalBasis { get; init; }

    public required string OfficerName { get; init; }

    [JsonIgnore]
    public override string Template => "form-03";

    [JsonIgnore]
    public override string Title => $"Phiếu từ chối tiếp nhận giải quyết hồ sơ {Code}".TrimEnd();

    [JsonIgnore]
    public override string Author => Head.Agency;
}
