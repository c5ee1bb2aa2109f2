using System.Text;
using System.Text.Json.Serialization;
using IsoE.Documents.Drawing.Charts;

namespace IsoE.Documents.Forms;

/// <summary>How a period went: on time by procedure, unit and month; what was late and why; how long steps took.</summary>
public sealed record ComplianceReport : DocumentForm
{
    public required Letterhead Head { get; init; }

    /// <summary><c>Từ ngày 01/01/2026 đến ngày 30/09/2026</c>.</summary>
    public required string Period { get; init; }

    /// <summary>What the report says first, a paragraph each.</summary>
    public required IReadOnlyList<string> Summary { get; init; }

    /// <summary>Name, target, value and whether it is met, of each indicator.</summary>
    public required IReadOnlyList<IndicatorLine> Indicators { get; init; }

    public required IReadOnlyList<ShareLine> ByProcedure { get; init; }

    public required IReadOnlyList<ShareLine> ByUnit { get; init; }

    /// <summary>Months in order.</summary>
    public required IReadOnlyList<ShareLine> ByMonth { get; init; }

    /// <summary>By the officer who handled the dossier.</summary>
    public IReadOnlyList<ShareLine> ByOfficer { get; init; } = [];

    /// <summary>Reasons of delay, the most frequent first.</summary>
    public IReadOnlyList<ReasonLine> Reasons { get; init; } = [];

    /// <summary>It is the yearly report of the quality management system.</summary>
    public bool IsYearly { get; init; }

    /// <summary>What was done in the procedures of the system itself; only in the yearly report.</summary>
    public IReadOnlyList<QualityFigures> Quality { get; init; } = [];

    /// <summary>The groups of the service-quality index, estimated; only in the yearly report.</summary>
    public IReadOnlyList<IndexLine> Index { get; init; } = [];

    /// <summary>That it is an estimate, and by what.</summary>
    public string IndexNote { get; init; } = "";

    public required IReadOnlyList<OverdueLine> Overdue { get; init; }

    public required IReadOnlyList<LeadTimeLine> LeadTimes { get; init; }

    /// <summary>Lines of form 06/VPCP/KSTT for the same period.</summary>
    public required IReadOnlyList<StatisticsLine> Statistics { get; init; }

    public StatisticsLine StatisticsTotal => StatisticsLine.Sum(Statistics);

    public IReadOnlyList<StatisticsCheck> StatisticsChecks => StatisticsTotal.Checks();

    /// <summary>What the figures were read from, and the seal of the history; printed at the end.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    public required IReadOnlyList<string> Recipients { get; init; }

    public required Signer Signer { get; init; }

    /// <summary><c>vi</c> or <c>en</c>.</summary>
    public string Written { get; init; } = "vi";

    [JsonIgnore]
    public override string Template => "compliance-report";

    [JsonIgnore]
    public override string Title => IsYearly
        ? $"{In("Báo cáo năm về hệ thống quản lý chất lượng", "Yearly report of the quality management system")} {Period}"
        : $"{In("Báo cáo tuân thủ giải quyết thủ tục hành chính", "Compliance report on administrative procedures")} {Period}";

    [JsonIgnore]
    public override string Language => Written;

    [JsonIgnore]
    public override string Author => Head.Agency;

    protected override IReadOnlyDictionary<string, byte[]> Drawings() => new Dictionary<string, byte[]>
    {
        ["months.svg"] = Encoding.UTF8.GetBytes(MonthsChart().Lines("months")),
        ["units.svg"] = Encoding.UTF8.GetBytes(UnitsChart().StackedBars("units")),
    };

    private Chart MonthsChart() => new(
        In("Tỷ lệ giải quyết đúng hạn theo tháng", "Settled on time, by month"),
        [.. ByMonth.Select(m => m.Name)],
        [new(In("Tỷ lệ trước hạn và đúng hạn", "Share early or on time"), [.. ByMonth.Select(m => m.Settled == 0 ? (decimal?)null : m.Share)])],
        Shares: true,
        Language: Written);

    private Chart UnitsChart() => new(
        In("Kết quả giải quyết theo đơn vị", "Settled dossiers by unit"),
        [.. ByUnit.Select(u => u.Name)],
        [
            new(In("Trước hạn", "Early"), [.. ByUnit.Select(u => (decimal?)u.Early)]),
            new(In("Đúng hạn", "On time"), [.. ByUnit.Select(u => (decimal?)u.OnTime)], ChartTone.Good),
            new(In("Quá hạn", "Overdue"), [.. ByUnit.Select(u => (decimal?)u.Late)], ChartTone.Bad),
        ],
        ValueTitle: In("hồ sơ", "dossiers"),
        Language: Written);

    private string In(string vietnamese, string english) => Written == "en" ? english : vietnamese;
}

/// <param name="Value">Value and <paramref name="Target"/> as printed.</param>
public sealed record IndicatorLine(string Name, string Target, string Value, bool Met);

/// <summary>Settled dossiers of a procedure, a unit or a month.</summary>
public sealed record ShareLine(string Name, int Early, int OnTime, int Late)
{
    public int Settled => Early + OnTime + Late;

    /// <summary>Share settled early or on time, of 1; 1 when nothing was settled.</summary>
    public decimal Share => Settled == 0 ? 1 : (decimal)(Early + OnTime) / Settled;

    /// <summary>The share as printed; empty when nothing was settled.</summary>
    public string ShareText => Settled == 0 ? "" : Wording.Percent(Math.Round(Share, 3));
}

/// <param name="Count">Dossiers late for it.</param>
public sealed record ReasonLine(string Reason, int Count);

/// <summary>Dossiers of one internal procedure.</summary>
public sealed record QualityFigures(string Name, int Opened, int Finished, int Open, int Late);

/// <param name="Score">As printed; a dash for what cannot be reckoned.</param>
public sealed record IndexLine(string Name, string Max, string Score, string Basis);

/// <param name="Late">How late, in words.</param>
/// <param name="Apology">Number of the letter of apology; empty: none was sent.</param>
public sealed record OverdueLine(string Code, string Procedure, string Unit, string PromisedAt, string EndedAt, string Late, string Reason, string Apology);

/// <param name="Limit">Time given; the others are times taken, in words.</param>
public sealed record LeadTimeLine(string Procedure, string Step, string Role, string Limit, int Count, string Median, string NinetiethPercentile, string Longest);
