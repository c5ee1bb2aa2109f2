using IsoE.Documents.Sheets;
using IsoE.Office.Organisation;
using IsoE.Office.Reports;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Reports;

/// <summary>The dossiers behind a figure of a report.</summary>
public sealed class DossiersModel(ReadCompliance read, ReadYear year, ReadAnswered answered, TimeProvider clock) : ReportScreen(clock)
{
    /// <summary>Shown on the page; the workbook has all.</summary>
    public const int MostShown = 500;

    [BindProperty(SupportsGet = true)]
    public string? Column { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    public FigureDossiers? Found { get; private set; }

    public Task<IActionResult> OnGet(CancellationToken cancel)
    {
        ExpectDays();
        return Attempt(
            async () =>
            {
                Found = await Read(cancel);
                return Page();
            },
            () => Task.CompletedTask,
            field => field == "to" ? nameof(To) : field);
    }

    public async Task<IActionResult> OnGetXlsx(CancellationToken cancel)
    {
        Permit.Require(Actor, Right.ExportReports);
        if (Days is null) return BadRequest();
        var found = await Read(cancel);
        var sheet = new Sheet(
            T["Hồ sơ", "Dossiers"],
            [T["Mã hồ sơ", "Dossier"], T["Thủ tục", "Procedure"], T["Tiếp nhận", "Accepted"], T["Hẹn trả", "Promised"], T["Xong", "Finished"], T["Trễ (ngày làm việc)", "Late (working days)"]],
            [.. found.Dossiers.Select(dossier => (IReadOnlyList<object?>)
                [dossier.Code, T[dossier.Procedure], Shown.Date(dossier.AcceptedAt), Day(dossier.PromisedAt), Day(dossier.FinishedAt), dossier.DaysLate])]);
        return File(sheet.ToXlsx(), Sheet.XlsxType, $"{Column}.xlsx");
    }

    private static string? Day(DateTimeOffset? at) => at is { } known ? Shown.Date(known) : null;

    private Task<FigureDossiers> Read(CancellationToken cancel) => By switch
    {
        ReadYear.ByQuality => year.Behind(Actor, Chosen(), Key ?? "", Column ?? "", cancel),
        ReadAnswered.BySurvey => answered.Run(Actor, Chosen(), Column ?? "", cancel),
        _ => read.Behind(Actor, Chosen(), Blank(Procedure), Blank(Unit), new Figure(Column ?? "", Blank(By), Key), cancel),
    };
}
