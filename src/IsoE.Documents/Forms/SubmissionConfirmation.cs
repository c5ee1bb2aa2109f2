using System.Text;
using System.Text.Json.Serialization;
using IsoE.Documents.Drawing;

namespace IsoE.Documents.Forms;

/// <summary>What somebody who hands in online gets at once: that it has arrived, and until when it is answered.</summary>
public sealed record SubmissionConfirmation : DocumentForm
{
    public required Letterhead Head { get; init; }

    /// <summary>Dossier code; printed and drawn as Code 128.</summary>
    public required string Code { get; init; }

    public required ApplicantLines Applicant { get; init; }

    /// <summary>What is asked for: the name of the procedure.</summary>
    public required string Request { get; init; }

    /// <summary>See <see cref="Wording.TimeAndDate"/>.</summary>
    public required string SubmittedAt { get; init; }

    /// <summary>Until when it is accepted, sent back or refused.</summary>
    public required string AnswerBy { get; init; }

    /// <summary>Components handed in, with the number of files.</summary>
    public required IReadOnlyList<string> Papers { get; init; }

    /// <summary>What was declared.</summary>
    public required IReadOnlyList<RecordEntry> Declared { get; init; }

    /// <summary>Legal time from acceptance on.</summary>
    public required string LegalTime { get; init; }

    public required string ReturnWay { get; init; }

    /// <summary>Address of the public tracking page of this dossier; drawn as QR.</summary>
    public required string TrackingAddress { get; init; }

    [JsonIgnore]
    public override string Template => "submission";

    [JsonIgnore]
    public override string Title => $"Xác nhận nộp hồ sơ trực tuyến {Code}";

    [JsonIgnore]
    public override string Author => Head.Agency;

    protected override IReadOnlyDictionary<string, byte[]> Drawings() => new Dictionary<string, byte[]>
    {
        ["qr.svg"] = Encoding.UTF8.GetBytes(QrCode.Svg(TrackingAddress)),
        ["barcode.svg"] = Encoding.UTF8.GetBytes(Code128.Svg(Code)),
    };
}
