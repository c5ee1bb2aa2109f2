using System.Text.Json.Serialization;

namespace IsoE.Documents.Forms;

/// <summary>Form 06 of TT 03/2025/TT-VPCP: Phiếu kiểm soát quá trình giải quyết hồ sơ.</summary>
public sealed record ControlSheet : DocumentForm
{
    public required Letterhead Head { get; init; }

    public required string Code { get; init; }

    public required string Applicant { get; init; }

    /// <summary>The procedure.</summary>
    public required string Procedure { get; init; }

    public required string HandlingAgency { get; init; }

    /// <summary>Empty: a dotted line.</summary>
    public required string CoordinatingAgency { get; init; }

    /// <summary>In the order in which they happened; rows are only ever added.</summary>
    public required IReadOnlyList<HandOver> HandOvers { get; init; }

    [JsonIgnore]
    public override string Template => "form-06";

    [JsonIgnore]
    public override string Title => $"Phiếu kiểm soát quá trình giải quyết hồ sơ {Code}";

    [JsonIgnore]
    public override string Author => Head.Agency;
}

/// <summary>One passing of the dossier from hand to hand.</summary>
/// <param name="Giver">Unit that gives, <paramref name="Taker"/> unit that takes.</param>
/// <param name="At">See <see cref="Wording.TimeAndDate"/>.</param>
/// <param name="Result"><c>Trước hạn</c>, <c>Đúng hạn</c>, <c>Quá hạn</c>; empty while the step lasts.</param>
public sealed record HandOver(string Giver, string GiverName, string Taker, string TakerName, string At, string Result, string Note);
