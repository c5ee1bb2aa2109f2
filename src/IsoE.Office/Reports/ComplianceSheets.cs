using IsoE.Documents.Sheets;
using IsoE.Office.Calendars;
using IsoE.Workflows;
using Wording = IsoE.Documents.Forms.Wording;

namespace IsoE.Office.Reports;

/// <summary>The figures of a period as worksheets.</summary>
public static class ComplianceSheets
{
    /// <param name="language"><c>vi</c> or <c>en</c>.</param>
    public static IReadOnlyList<Sheet> Of(Compliance figures, string language)
    {
        return
        [
            new Sheet(In("Biểu 06", "Form 06"),
                [In("Lĩnh vực", "Field"), "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)", "(12)", "(13)"],
                [.. figures.Fields.Append(new FieldStatistics(new Text("Tổng số", "Total"), figures.Total)).Select(each => (IReadOnlyList<object?>)
                    [each.Field.In(language), each.Numbers.Received, each.Numbers.Online, each.Numbers.DirectAndPost, each.Numbers.CarriedOver, each.Numbers.Settled, each.Numbers.Early,
                        each.Numbers.OnTime, each.Numbers.Overdue, each.Numbers.Open, each.Numbers.OpenInTime, each.Numbers.OpenOverdue])]),
            Shares(In("Theo tháng", "By month"), figures.Months),
            Shares(In("Theo thủ tục", "By procedure"), figures.Procedures),
            Shares(In("Theo đơn vị", "By unit"), figures.Units),
            Shares(In("Theo cán bộ", "By officer"), figures.Officers),
            Counts(In("Tuổi quá hạn", "Ageing"), figures.Ages),
            Counts(In("Lý do chậm", "Reasons"), figures.Reasons),
            Counts(In("Bước chậm", "Late steps"), figures.LateSteps),
            new Sheet(In("Hồ sơ quá hạn", "Overdue"),
                [In("Mã hồ sơ", "Dossier"), In("Thủ tục", "Procedure"), In("Hẹn trả", "Promised"), In("Xong", "Finished"), In("Trễ (ngày làm việc)", "Late (working days)"), In("Bước chậm nhất", "Latest step"), In("Lý do", "Reason")],
                [.. figures.Overdue.Select(each => (IReadOnlyList<object?>)
                    [each.Code, each.Procedure.In(language), Day(each.PromisedAt), each.FinishedAt is { } at ? Day(at) : null, each.Days, each.LateStep?.In(language), each.Reason])]),
            new Sheet(In("Thời gian bước", "Lead times"),
                [In("Thủ tục", "Procedure"), In("Bước", "Step"), In("Số lượt", "Done"), In("Quá thời gian", "Late"), In("Trung vị (giờ)", "Median (hours)"), In("90 % không quá (giờ)", "90th percentile (hours)")],
                [.. figures.Steps.Select(each => (IReadOnlyList<object?>)[each.Procedure.In(language), each.Step.In(language), each.Done, each.Late, each.MedianHours, each.NinetiethHours])]),
        ];

        string In(string vi, string en) => language == "en" ? en : vi;

        Sheet Shares(string name, IReadOnlyList<OnTimeLine> lines) => new(name,
            [In("Tên", "Name"), In("Đã xong", "Settled"), In("Trước hạn", "Early"), In("Đúng hạn", "On time"), In("Quá hạn", "Overdue"), In("Tỷ lệ đúng hạn", "Share on time")],
            [.. lines.Select(each => (IReadOnlyList<object?>)[each.Name.In(language), each.Settled, each.Early, each.OnTime, each.Overdue, each.Share is { } share ? Math.Round(share, 4) : null])]);

        Sheet Counts(string name, IReadOnlyList<CountLine> lines) => new(name,
            [In("Nội dung", "Which"), In("Số hồ sơ", "Dossiers")],
            [.. lines.Select(each => (IReadOnlyList<object?>)[each.Name.In(language), each.Count])]);
    }

    private static string Day(DateTimeOffset at) => Wording.ShortDate(VietnamTime.DateOf(at));
}
