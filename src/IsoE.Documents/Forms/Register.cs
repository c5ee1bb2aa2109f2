using System.Text.Json.Serialization;

namespace IsoE.Documents.Forms;

/// <summary>Form 07 of TT 03/2025/TT-VPCP: Sổ theo dõi hồ sơ. Long books are cut into volumes.</summary>
public sealed record Register : DocumentForm
{
    /// <summary>Dossiers in one volume.</summary>
    public const int LinesPerVolume = 500;

    public required Letterhead Head { get; init; }

    /// <summary>What the book covers: <c>Năm 2026</c>, <c>Từ ngày 01/10/2026 đến ngày 31/10/2026</c>.</summary>
    public required string Period { get; init; }

    /// <summary><c>Quyển 1/10</c>; empty: the only volume.</summary>
    public string Volume { get; init; } = "";

    public required IReadOnlyList<RegisterLine> Lines { get; init; }

    /// <summary>The book in volumes, numbered in order; typeset one after another they keep memory bounded.</summary>
    /// <param name="linesPerVolume">About 12 lines fill a page.</param>
    public IReadOnlyList<Register> Volumes(int linesPerVolume = LinesPerVolume)
    {
        var parts = Lines.Chunk(linesPerVolume).ToList();
        return parts.Count <= 1 ? [this] : [.. parts.Select((lines, i) => this with { Lines = lines, Volume = $"Quyển {i + 1}/{parts.Count}" })];
    }

    [JsonIgnore]
    public override string Template => "form-07";

    [JsonIgnore]
    public override string Title => $"Sổ theo dõi hồ sơ {Period}{(Volume.Length > 0 ? $", {Volume}" : "")}";

    [JsonIgnore]
    public override string Author => Head.Agency;
}

/// <summary>One dossier in the register; dates as printed.</summary>
/// <param name="Number">Running number in the book.</param>
/// <param name="ReturnWay">How the result is given: <c>Trực tiếp</c>, <c>Bưu chính</c>, <c>Trực tuyến</c>.</param>
public sealed record RegisterLine(
    int Number,
    string Code,
    string Procedure,
    string Sets,
    string Applicant,
    string AddressAndPhone,
    string LeadAgency,
    string ReceivedAt,
    string PromisedAt,
    string ReturnedAt,
    string ReturnWay,
    string Note);
