using System.Text.Json.Serialization;

namespace IsoE.Documents.Forms;

/// <summary>Form 04 of TT 03/2025/TT-VPCP: Văn bản xin lỗi và đề nghị gia hạn.</summary>
public sealed record ApologyLetter : DocumentForm
{
    public required Letterhead Head { get; init; }

    public required string Code { get; init; }

    /// <summary>Name of the applicant, after "Kính gửi".</summary>
    public required string Recipient { get; init; }

    /// <summary>What the dossier asks for.</summary>
    public required string Request { get; init; }

    /// <summary>See <see cref="Wording.LongDate"/>.</summary>
    public required string ReceivedOn { get; init; }

    /// <summary>The first promised date; it stays the one used in statistics.</summary>
    public required string PromisedAt { get; init; }

    public required string Reason { get; init; }

    public required string NewPromisedAt { get; init; }

    public required IReadOnlyList<string> Recipients { get; init; }

    public required Signer Signer { get; init; }

    [JsonIgnore]
    public override string Template => "form-04";

    [JsonIgnore]
    public override string Title => $"Văn bản xin lỗi và đề nghị gia hạn {Code}";

    [JsonIgnore]
    public override string Author => Head.Agency;
}
