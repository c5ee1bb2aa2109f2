using System.Text.Json.Serialization;

namespace IsoE.Documents.Forms;

/// <summary>Phiếu giao nhận: what was handed over to the applicant, or to somebody with an authorisation, against signature.</summary>
public sealed record HandOverSlip : DocumentForm
{
    public required Letterhead Head { get; init; }

    public required string Code { get; init; }

    /// <summary>What was asked for: usually the name of the procedure.</summary>
    public required string Request { get; init; }

    public required string Applicant { get; init; }

    public required string Receiver { get; init; }

    /// <summary>Number of the receiver's identity paper; empty: a dotted line.</summary>
    public required string ReceiverNumber { get; init; }

    /// <summary>Empty: the applicant in person.</summary>
    public required string Authorisation { get; init; }

    /// <summary>What was handed over, a line each.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    public required string Note { get; init; }

    /// <summary>See <see cref="Wording.TimeAndDate"/>.</summary>
    public required string HandedAt { get; init; }

    public required string OfficerName { get; init; }

    [JsonIgnore]
    public override string Template => "hand-over";

    [JsonIgnore]
    public override string Title => $"Phiếu giao nhận {Code}";

    [JsonIgnore]
    public override string Author => Head.Agency;
}
