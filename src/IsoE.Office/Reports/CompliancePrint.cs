using System.Globalization;
using IsoE.Documents.Forms;
using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Workflows;
using Wording = IsoE.Documents.Forms.Wording;

namespace IsoE.Office.Reports;

/// <summary>Fills the compliance report from the figures of a period.</summary>
internal sealed class CompliancePrint(Compliance figures, string language)
{
    /// <summary>Target of the quality objective "dossiers settled on time" (D: per-agency objectives replace it).</summary>
    private const decimal OnTimeTarget = 0.95m;

    private const int MostOverdue = 200;
    private const int MostReasons = 20;

    public static string InWords(Period period, string language) => language == "en"
        ? $"From {Wording.ShortDate(period.From)} to {Wording.ShortDate(period.To)}"
        : $"Từ ngày {Wording.ShortDate(period.From)} đến ngày {Wording.ShortDate(period.To)}";

    public static Letterhead HeadOf(Agency agency, Agency? upper, DateTimeOffset at, string language) => new(
        upper?.Name.In(language) ?? "",
        agency.Name.In(language),
        "",
        Wording.PlaceAndDate(agency.Place ?? agency.NameVi, VietnamTime.DateOf(at)));

    public static IReadOnlyList<StatisticsLine> Statistics(Compliance figures, string language) =>
    [
        .. figures.Fields.Select(line => line.Numbers with { Field = line.Field.In(language) }),
    ];

    /// <param name="year">Makes it the yearly report of the quality management system; null for a compliance report.</param>
    public ComplianceReport Of(Agency agency, Agency? upper, string author, YearReport? year = null) => new()
    {
        IsYearly = year is not null,
        Quality = [.. (year?.Quality ?? []).Select(line => new QualityFigures($"{line.Code} {In(line.Name)}", line.Opened, line.Finished, line.Open, line.Late))],
        Index = [.. (year?.Index.Groups ?? []).Select(group => new IndexLine(In(group.Name), Score(group.Max), group.Score is { } score ? Score(score) : "–", In(group.Basis)))],
        IndexNote = year is null ? "" : IndexNote(year.Index),
        ByOfficer = Shares(figures.Officers),
        Reasons = [.. figures.Reasons.Take(MostReasons).Select(line => new ReasonLine(In(line.Name), line.Count))],
        Head = HeadOf(agency, upper, figures.ReadAt, language),
        Period = InWords(figures.Period, language),
        Summary = year is null ? Summary() : [.. Summary(), Compared(year)],
        Indicators = Indicators(),
        ByProcedure = Shares(figures.Procedures),
        ByUnit = Shares(figures.Units),
        ByMonth = Shares(figures.Months),
        Overdue = [.. figures.Overdue.Take(MostOverdue).Select(Overdue)],
        LeadTimes = [.. figures.Steps.Select(step => new LeadTimeLine(
            In(step.Procedure), In(step.Step), "", "", step.Done, Hours(step.MedianHours), Hours(step.NinetiethHours), ""))],
        Statistics = Statistics(figures, language),
        Sources =
        [
            .. figures.Overdue.Count <= MostOverdue ? Array.Empty<string>() :
            [
                In(new Text(
                    $"Danh sách hồ sơ quá hạn in {Count(MostOverdue)} hồ sơ trễ nhất trong {Count(figures.Overdue.Count)}; đủ danh sách có trong tệp Excel.",
                    $"The {Count(MostOverdue)} latest of {Count(figures.Overdue.Count)} overdue dossiers are printed; the Excel file has all.")),
            ],
            In(new Text(
                $"Số liệu được đọc từ lịch sử xử lý hồ sơ lúc {Wording.ShortTime(VietnamTime.ToLocal(figures.ReadAt))}.",
                $"Figures read from the history of the dossiers at {Wording.ShortTime(VietnamTime.ToLocal(figures.ReadAt))}.")),
            In(new Text(
                "Hồ sơ trước hạn, đúng hạn, quá hạn được xác định theo ngày hẹn trả đầu tiên, sau khi trừ thời gian tạm dừng hợp pháp; việc gia hạn không làm thay đổi ngày dùng để thống kê.",
                "Early, on time and overdue are measured against the first promised date, moved by lawful pauses only; extensions do not change it.")),
        ],
        Recipients = [In(new Text("Lãnh đạo cơ quan", "Leaders of the agency")), In(new Text("Lưu: VT, hồ sơ ISO", "File: records, ISO"))],
        Signer = new Signer([In(new Text("NGƯỜI LẬP BÁO CÁO", "PREPARED BY"))], "", author),
        Written = language,
    };

    private string Compared(YearReport year)
    {
        var (now, before) = (OnTime(figures), OnTime(year.Before));
        return In(before is null || now is null
            ? new Text("Không có số liệu của năm trước để so sánh.", "There are no figures of the year before to compare with.")
            : new Text(
                $"Tỷ lệ trước hạn và đúng hạn của năm trước là {Wording.Percent(before.Value, "vi")}, năm nay là {Wording.Percent(now.Value, "vi")}.",
                $"The share early or on time was {Wording.Percent(before.Value, "en")} the year before and is {Wording.Percent(now.Value, "en")} now."));
    }

    private static decimal? OnTime(Compliance of) => of.Total is { Settled: > 0 } total ? Math.Round((decimal)(total.Early + total.OnTime) / total.Settled, 3) : null;

    private string IndexNote(ServiceIndex index) => In(new Text(
        $"Đây là ước tính: {Score(index.Score)}/{Score(index.Reachable)} điểm của các nhóm tính được. Điểm chính thức là điểm trên Cổng Dịch vụ công quốc gia. Nguồn: {index.Source}.",
        $"This is an estimate: {Score(index.Score)} of {Score(index.Reachable)} points of the groups that can be reckoned. The score that counts is the national portal's. Source: {index.Source}."));

    private string Score(decimal score)
    {
        var text = score.ToString("0.##", CultureInfo.InvariantCulture);
        return language == "en" ? text : text.Replace('.', ',');
    }

    private string In(Text text) => text.In(language);

    private List<string> Summary()
    {
        var total = figures.Total;
        var share = total.Settled == 0 ? "" : Wording.Percent((decimal)(total.Early + total.OnTime) / total.Settled, language);
        return
        [
            In(new Text(
                $"Trong kỳ có {Count(total.Received)} hồ sơ phải giải quyết, trong đó {Count(total.CarriedOver)} hồ sơ từ kỳ trước chuyển sang và {Count(total.Online + total.DirectAndPost)} hồ sơ mới tiếp nhận ({Count(total.Online)} trực tuyến).",
                $"{Count(total.Received)} dossiers were to be settled: {Count(total.CarriedOver)} carried over and {Count(total.Online + total.DirectAndPost)} newly received ({Count(total.Online)} online).")),
            In(total.Settled == 0
                ? new Text("Trong kỳ chưa có hồ sơ nào giải quyết xong.", "No dossier was settled in the period.")
                : new Text(
                    $"Đã giải quyết {Count(total.Settled)} hồ sơ, đạt {share} trước hạn và đúng hạn; {Count(total.Overdue)} hồ sơ quá hạn.",
                    $"{Count(total.Settled)} were settled, {share} early or on time; {Count(total.Overdue)} were overdue.")),
            In(new Text(
                $"Còn {Count(total.Open)} hồ sơ đang giải quyết, trong đó {Count(total.OpenOverdue)} hồ sơ đã quá hạn.",
                $"{Count(total.Open)} are still open, {Count(total.OpenOverdue)} of them overdue.")),
        ];
    }

    private List<IndicatorLine> Indicators()
    {
        var total = figures.Total;
        var onTime = total.Settled == 0 ? 1 : (decimal)(total.Early + total.OnTime) / total.Settled;
        var apologised = figures.Overdue.Count == 0 ? 1 : (decimal)figures.Overdue.Count(dossier => dossier.Reason is not null) / figures.Overdue.Count;
        var steps = figures.Steps.Sum(step => step.Done);
        var kept = steps == 0 ? 1 : 1 - ((decimal)figures.Steps.Sum(step => step.Late) / steps);
        return
        [
            Indicator(new Text("Hồ sơ giải quyết trước hạn và đúng hạn", "Dossiers settled early or on time"), OnTimeTarget, onTime),
            Indicator(new Text("Hồ sơ quá hạn có văn bản xin lỗi", "Overdue dossiers with an apology"), 1, apologised),
            Indicator(new Text("Bước xử lý trong thời hạn nội bộ", "Steps within their internal limit"), OnTimeTarget, kept),
        ];
    }

    private IndicatorLine Indicator(Text name, decimal target, decimal value) => new(
        In(name), $"≥ {Wording.Percent(target, language)}", Wording.Percent(Math.Round(value, 3), language), value >= target);

    private IReadOnlyList<ShareLine> Shares(IReadOnlyList<OnTimeLine> lines) =>
        [.. lines.Select(line => new ShareLine(In(line.Name), line.Early, line.OnTime, line.Overdue))];

    private OverdueLine Overdue(OverdueDossier dossier) => new(
        dossier.Code,
        In(dossier.Procedure),
        dossier.LateStep is { } step ? In(step) : "",
        Wording.ShortDate(VietnamTime.DateOf(dossier.PromisedAt)),
        dossier.FinishedAt is { } finished ? Wording.ShortDate(VietnamTime.DateOf(finished)) : In(new Text("Chưa xong", "Open")),
        In(new Text($"{dossier.Days} ngày làm việc", $"{dossier.Days} working days")),
        dossier.Reason ?? In(new Text("Chưa ghi nhận lý do", "No reason recorded")),
        dossier.Reason is null ? In(new Text("Chưa có", "None")) : In(new Text("Có", "Yes")));

    private string Count(int value) => Wording.Number(value, language);

    private string Hours(decimal hours)
    {
        var text = hours.ToString("0.#", CultureInfo.InvariantCulture);
        return language == "en" ? $"{text} h" : $"{text.Replace('.', ',')} giờ";
    }
}
