using System.Text.Json.Serialization;

namespace IsoE.Documents.Forms;

/// <summary>Form 05 of TT 03/2025/TT-VPCP: Thông báo dừng giải quyết hồ sơ.</summary>
public sealed record StopNotice : DocumentForm
{
    public required Letterhead Head { get; init; }

    public required string Code { get; init; }

    public required ApplicantLines Applicant { get; init; }

    /// <summary>What the dossier asks for.</summary>
    public required string Request { get; init; }

    /// <summary>See <see cref="Wording.LongDate"/>.</summary>
    public required string ReceivedOn { get; init; }

    /// <summary>Request of the applicant, or the ground for stopping without one.</summary>
    public required string Ground { get; init; }

    /// <summary>How far the dossier had come.</summary>
    public required string Stage { get; init; }

    /// <summary>Money already paid and what becomes of it; empty: no line.</summary>
    public required string Money { get; init; }

    /// <summary>What becomes of the papers.</summary>
    public required string Decision { get; init; }

    public required IReadOnlyList<string> Recipients { get; init; }

    public required Signer Signer { get; init; }

    [JsonIgnore]
    public override string Template => "form-05";

    [JsonIgnore]
    public override string Title => $"Thông báo dừng giải quyết hồ sơ {Code}";

    [JsonIgnore]
    public override string Author => Head.Agency;
}
