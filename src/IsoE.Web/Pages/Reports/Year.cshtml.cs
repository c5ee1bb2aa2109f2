using System.Globalization;
using IsoE.Office.Organisation;
using IsoE.Office.Reports;
using IsoE.Web.Documents;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Reports;

/// <summary>The yearly report of the quality management system.</summary>
public sealed class YearModel(ReadYear read, PrintCompliance print, TimeProvider clock) : ReportScreen(clock)
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public YearReport Report { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Years =>
        [.. Enumerable.Range(0, 5).Select(back => (Period.ReportingYearOf(Today) - back).ToString(CultureInfo.InvariantCulture)).Select(year => new SelectListItem(year, year))];

    public async Task OnGet(CancellationToken cancel) => Report = await Read(cancel);

    public async Task<IActionResult> OnGetPdf(CancellationToken cancel)
    {
        Permit.Require(Actor, Right.ExportReports);
        return (await print.Year(Actor, await Read(cancel), T.Language, cancel)).Shown();
    }

    private async Task<YearReport> Read(CancellationToken cancel)
    {
        Year = Math.Clamp(Year ?? Period.ReportingYearOf(Today), Period.ReportingYearOf(Today) - 4, Period.ReportingYearOf(Today));
        var period = Period.ReportingYear(Year.Value);
        (From, To) = (Shown.Date(period.From), Shown.Date(period.To));
        return await read.Run(Actor, Year.Value, cancel);
    }
}
