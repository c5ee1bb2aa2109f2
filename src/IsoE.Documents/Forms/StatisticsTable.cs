using System.Text.Json.Serialization;

namespace IsoE.Documents.Forms;

/// <summary>Form 06/VPCP/KSTT (TT 01/2020/TT-VPCP): how dossiers of administrative procedures were settled in a period.</summary>
public sealed record StatisticsTable : DocumentForm
{
    public required Letterhead Head { get; init; }

    /// <summary><c>Từ ngày 15/12/2025 đến ngày 14/12/2026</c>.</summary>
    public required string Period { get; init; }

    /// <summary>Unit that reports, and unit that receives the report.</summary>
    public required string Reporter { get; init; }

    public required string Receiver { get; init; }

    /// <summary>In groups by level; the last line is the sum.</summary>
    public required IReadOnlyList<StatisticsLine> Lines { get; init; }

    public StatisticsLine Total => StatisticsLine.Sum(Lines);

    public IReadOnlyList<StatisticsCheck> Checks => Total.Checks();

    public required Signer Signer { get; init; }

    [JsonIgnore]
    public override string Template => "form-06-kstt";

    [JsonIgnore]
    public override string Title => $"Biểu số 06/VPCP/KSTT {Period}";

    [JsonIgnore]
    public override string Author => Head.Agency;
}

/// <summary>Numbers of one field; columns (3) to (13) of the form.</summary>
/// <param name="Group">Level that the field belongs to, once above its first line: <c>Lĩnh vực thuộc thẩm quyền cấp xã</c>; may be empty.</param>
public sealed record StatisticsLine(
    string Field,
    int Received,
    int Online,
    int DirectAndPost,
    int CarriedOver,
    int Settled,
    int Early,
    int OnTime,
    int Overdue,
    int Open,
    int OpenInTime,
    int OpenOverdue,
    string Group = "")
{
    /// <summary>Whether the line meets all checks of the form.</summary>
    public bool IsBalanced => Checks().All(check => check.Holds);

    /// <summary>The four checks of the form: 3=4+5+6, 7=8+9+10, 11=12+13, 3=7+11.</summary>
    public IReadOnlyList<StatisticsCheck> Checks() =>
    [
        new("(3) = (4) + (5) + (6)", Received == Online + DirectAndPost + CarriedOver),
        new("(7) = (8) + (9) + (10)", Settled == Early + OnTime + Overdue),
        new("(11) = (12) + (13)", Open == OpenInTime + OpenOverdue),
        new("(3) = (7) + (11)", Received == Settled + Open),
    ];

    /// <summary>The columns added up.</summary>
    public static StatisticsLine Sum(IEnumerable<StatisticsLine> lines) => lines.Aggregate(
        new StatisticsLine("", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        (a, b) => new StatisticsLine(
            "",
            a.Received + b.Received,
            a.Online + b.Online,
            a.DirectAndPost + b.DirectAndPost,
            a.CarriedOver + b.CarriedOver,
            a.Settled + b.Settled,
            a.Early + b.Early,
            a.OnTime + b.OnTime,
            a.Overdue + b.Overdue,
            a.Open + b.Open,
            a.OpenInTime + b.OpenInTime,
            a.OpenOverdue + b.OpenOverdue));
}

/// <summary>One check of the form, and whether the sums meet it.</summary>
public sealed record StatisticsCheck(string Rule, bool Holds);
