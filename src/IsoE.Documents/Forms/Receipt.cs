using System.Text;
using System.Text.Json.Serialization;
using IsoE.Documents.Drawing;

namespace IsoE.Documents.Forms;

/// <summary>Form 01 of TT 03/2025/TT-VPCP: Giấy tiếp nhận hồ sơ và hẹn trả kết quả.</summary>
public sealed record Receipt : DocumentForm
{
    public required Letterhead Head { get; init; }

    /// <summary>The counter that received: printed in the first sentence.</summary>
    public required string Counter { get; init; }

    /// <summary>Dossier code by TT 03/2025; printed and drawn as Code 128.</summary>
    public required string Code { get; init; }

    public required ApplicantLines Applicant { get; init; }

    /// <summary>What is asked for: usually the name of the procedure.</summary>
    public required string Request { get; init; }

    public required IReadOnlyList<ReceiptComponent> Components { get; init; }

    /// <summary>Number of sets: <c>01</c>.</summary>
    public required string Sets { get; init; }

    /// <summary>Legal time: <c>15 ngày làm việc</c>.</summary>
    public required string LegalTime { get; init; }

    /// <summary>See <see cref="Wording.TimeAndDate"/>.</summary>
    public required string ReceivedAt { get; init; }

    /// <summary>See <see cref="Wording.TimeAndDate"/>.</summary>
    public required string PromisedAt { get; init; }

    /// <summary>Place and way of getting the result.</summary>
    public required string ReturnPlace { get; init; }

    /// <summary>Fee in words and whether it is paid: <c>Lệ phí: 15.000 đồng (đã nộp)</c>; empty: no line.</summary>
    public required string Fee { get; init; }

    public required string Book { get; init; }

    public required string BookLine { get; init; }

    public required string OfficerName { get; init; }

    /// <summary>Address of the public tracking page with the secret part of this dossier; drawn as QR.</summary>
    public required string TrackingAddress { get; init; }

    /// <summary>Text of the QR code by which a transfer is made while something is owed; empty: none.</summary>
    public string PaymentCode { get; init; } = "";

    /// <summary>Bank, account and message of the transfer, a line each.</summary>
    public IReadOnlyList<string> PaymentLines { get; init; } = [];

    /// <summary>The receipt that this one takes the place of, and why: printed under the title; empty: none.</summary>
    public string Supersedes { get; init; } = "";

    /// <summary>Originals the agency keeps until the result is returned.</summary>
    public IReadOnlyList<string> Custody { get; init; } = [];

    /// <summary><c>a4</c> or <c>a5</c>.</summary>
    public string Paper { get; init; } = "a4";

    /// <summary>A page for each copy, with this line in its corner: <c>Liên 1: giao người nộp hồ sơ</c>.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [""];

    [JsonIgnore]
    public override string Template => "form-01";

    [JsonIgnore]
    public override string Title => $"Giấy tiếp nhận hồ sơ và hẹn trả kết quả {Code}";

    [JsonIgnore]
    public override string Author => Head.Agency;

    protected override IReadOnlyDictionary<string, byte[]> Drawings()
    {
        var drawings = new Dictionary<string, byte[]>
        {
            ["qr.svg"] = Encoding.UTF8.GetBytes(QrCode.Svg(TrackingAddress)),
            ["barcode.svg"] = Encoding.UTF8.GetBytes(Code128.Svg(Code)),
        };
        if (PaymentCode.Length > 0) drawings["pay.svg"] = Encoding.UTF8.GetBytes(QrCode.Svg(PaymentCode));
        return drawings;
    }
}

/// <summary>One line of the list of what was submitted.</summary>
/// <param name="Form">Kind of paper: <c>Bản chính</c>, <c>Bản sao</c>, <c>Bản điện tử</c>.</param>
public sealed record ReceiptComponent(string Name, string Form, string Quantity);
