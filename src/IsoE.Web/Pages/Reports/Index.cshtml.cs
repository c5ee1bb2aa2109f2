using IsoE.Documents.Drawing.Charts;
using IsoE.Documents.Sheets;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Reports;
using IsoE.Office.Storage;
using IsoE.Web.Documents;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Reports;

/// <summary>How the procedures were kept in a period, on screen, as PDF and as a workbook.</summary>
public sealed class IndexModel(ReadCompliance read, PrintCompliance print, ProcedureLibrary library, OfficeDb db, TimeProvider clock) : ReportScreen(clock)
{
    /// <summary>Overdue dossiers shown at once; the figure leads to all.</summary>
    public const int OverdueShown = 50;

    public Compliance? Figures { get; private set; }
    public IReadOnlyList<SelectListItem> Procedures { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    /// <summary>The calendar month, and the reporting periods of NĐ 09/2019 that run now, with the ones before.</summary>
    public IReadOnlyList<(Text Name, Period Period)> Usual { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        Usual = UsualPeriods(Today);
        Usually(new DateOnly(Today.Year, Today.Month, 1), Today);
        ExpectDays();
        await Load(cancel);
        return await Attempt(
            async () =>
            {
                Figures = await read.Run(Actor, Chosen(), Blank(Procedure), Blank(Unit), cancel);
                return Page();
            },
            () => Task.CompletedTask,
            field => field == "to" ? nameof(To) : field);
    }

    public async Task<IActionResult> OnGetReport(CancellationToken cancel)
    {
        Permit.Require(Actor, Right.ExportReports);
        return Days is not null ? (await print.Report(Actor, Chosen(), Blank(Procedure), Blank(Unit), T.Language, cancel)).Shown() : BadRequest();
    }

    public async Task<IActionResult> OnGetForm06(CancellationToken cancel)
    {
        Permit.Require(Actor, Right.ExportReports);
        return Days is not null ? (await print.Form06(Actor, Chosen(), cancel)).Shown() : BadRequest();
    }

    public async Task<IActionResult> OnGetXlsx(CancellationToken cancel)
    {
        Permit.Require(Actor, Right.ExportReports);
        if (Days is null) return BadRequest();
        var figures = await read.Run(Actor, Chosen(), Blank(Procedure), Blank(Unit), cancel);
        return File(Sheet.Workbook(ComplianceSheets.Of(figures, T.Language)), Sheet.XlsxType, $"compliance-{figures.Period.From:yyyyMMdd}-{figures.Period.To:yyyyMMdd}.xlsx");
    }

    /// <summary>Early, on time and overdue, a bar for each month; the table beneath has the same figures.</summary>
    public string MonthChart() => new Chart(
        T["Giải quyết theo tháng", "Settled by month"],
        [.. Figures!.Months.Select(month => $"{month.Key[5..]}/{month.Key[..4]}")],
        [
            new ChartSeries(T["Trước hạn", "Early"], [.. Figures.Months.Select(month => (decimal?)month.Early)]),
            new ChartSeries(T["Đúng hạn", "On time"], [.. Figures.Months.Select(month => (decimal?)month.OnTime)], ChartTone.Good),
            new ChartSeries(T["Quá hạn", "Overdue"], [.. Figures.Months.Select(month => (decimal?)month.Overdue)], ChartTone.Bad),
        ],
        ValueTitle: T["hồ sơ", "dossiers"],
        Language: T.Language).StackedBars("months");

    private static List<(Text, Period)> UsualPeriods(DateOnly today)
    {
        // A reporting month ends on the 14th; from the 15th on the next one runs.
        var month = today.Day > 14 ? today.AddMonths(1) : today;
        var quarter = ((month.Month - 1) / 3) + 1;
        var year = Period.ReportingYearOf(today);
        var (lastQuarter, lastQuarterYear) = quarter == 1 ? (4, month.Year - 1) : (quarter - 1, month.Year);
        return
        [
            (new("Tháng này", "This month"), new Period(new DateOnly(today.Year, today.Month, 1), today)),
            (new($"Kỳ tháng {month.Month}", $"Reporting month {month.Month}"), Period.ReportingMonth(month.Year, month.Month)),
            (new($"Kỳ tháng {month.AddMonths(-1).Month}", $"Reporting month {month.AddMonths(-1).Month}"), Period.ReportingMonth(month.AddMonths(-1).Year, month.AddMonths(-1).Month)),
            (new($"Kỳ quý {quarter}", $"Quarter {quarter}"), Period.ReportingQuarter(month.Year, quarter)),
            (new($"Kỳ quý {lastQuarter}/{lastQuarterYear}", $"Quarter {lastQuarter}/{lastQuarterYear}"), Period.ReportingQuarter(lastQuarterYear, lastQuarter)),
            (new($"Kỳ năm {year}", $"Year {year}"), Period.ReportingYear(year)),
            (new($"Kỳ năm {year - 1}", $"Year {year - 1}"), Period.ReportingYear(year - 1)),
        ];
    }

    private async Task Load(CancellationToken cancel)
    {
        Procedures =
        [
            new SelectListItem(T["Tất cả", "All"], ""),
            .. library.All.DistinctBy(version => version.Code).Where(version => !version.Procedure.IsInternal)
                .Select(version => new SelectListItem(T[version.Procedure.Name], version.Code)),
        ];
        var units = await db.Set<Unit>().AsNoTracking().InForce(Today).OrderBy(unit => unit.Code).ToListAsync(cancel);
        Units = [new SelectListItem(T["Tất cả", "All"], ""), .. units.Select(unit => new SelectListItem(T[unit.Name], unit.Code))];
    }
}
